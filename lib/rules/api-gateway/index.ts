import type { Rule } from "../rule";
import { pluginData } from "./plugin-data";
import { pluginName } from "./plugin-name";
import { templateEscape } from "./template-escape";

/** The rules on API Gateway in front of a function, in order of the catalogue. */
export const apiGatewayRules: readonly Rule[] = [pluginName, pluginData, templateEscape];
