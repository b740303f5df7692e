import { type Check, having, inTurn, list, literal, once } from "../../props";
import type { IApiApp } from "./api-app-ref";

/** What is wrong with an app. */
export const appCheck: Check = having(["node", "appId"], "an app, such as new ApiApp(…)");

/** What is wrong with apps of which one stands twice. */
export const eachAppOnce = once("each app once", (app) => ({ key: (app as IApiApp).appId }));

/** What is wrong with the apps that are authorised to call. */
export const appsCheck: Check = literal(inTurn(list(appCheck), eachAppOnce));
