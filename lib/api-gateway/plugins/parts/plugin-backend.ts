import { path } from "../../../facts/plugins/backend";
import { enumeration, issues, number, optional, text } from "../../../props";
import { timeoutCheck } from "../../timeout-check";
import { GatewayMethod } from "../../route/words";
import type { PluginMock, PluginTimedCall } from "./plugin-call";

/** What a backend of a plugin is made of. */
export interface PluginBackend extends PluginTimedCall, PluginMock {
  /** The address, where it has one. */
  readonly address?: string;
  /** The name of the VPC access, where it has one. */
  readonly vpcAccessName?: string;
}

/** The checks of a call's props. */
export const pluginCall = {
  path: optional(issues(path)),
  method: optional(enumeration(GatewayMethod)),
};

/** The checks of the props of a call with a time. */
export const pluginTimedCall = {
  ...pluginCall,
  timeout: optional(timeoutCheck),
};

/** The checks of an answer's props. */
export const pluginMock = { statusCode: optional(number()), body: optional(text()) };
