import { type Check, having, inTurn, list, literal, once } from "../../props";
import type { IApiApp } from "./api-app-ref";

/** What is wrong with the apps that are authorised to call. */
export const appsCheck: Check = literal(
  inTurn(
    list(having(["node", "appId"], "an app, such as new ApiApp(…)")),
    once("each app once", (app) => ({ key: (app as IApiApp).appId })),
  ),
);
