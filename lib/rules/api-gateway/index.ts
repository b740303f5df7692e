import type { Rule } from "../rule";
import { backend } from "./backend";
import { backendSignature } from "./backend-signature";
import { functionVersion } from "./function-version";
import { internetUrlDisabled } from "./internet-url-disabled";
import { intranetBackend } from "./intranet-backend";
import { methods } from "./methods";
import { pluginData } from "./plugin-data";
import { pluginName } from "./plugin-name";
import { published } from "./published";
import { region } from "./region";
import { signatureSecret } from "./signature-secret";
import { templateEscape } from "./template-escape";

/** The rules on API Gateway in front of a function, in order of the catalogue. */
export const apiGatewayRules: readonly Rule[] = [
  internetUrlDisabled,
  intranetBackend,
  backendSignature,
  signatureSecret,
  functionVersion,
  backend,
  methods,
  region,
  published,
  pluginName,
  pluginData,
  templateEscape,
];
