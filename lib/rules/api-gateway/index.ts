import type { Rule } from "../rule";
import { appAuthorised } from "./app-authorised";
import { attachmentStage } from "./attachment-stage";
import { backend } from "./backend";
import { backendSignature } from "./backend-signature";
import { dedicatedPlugin } from "./dedicated-plugin";
import { defaultDomain } from "./default-domain";
import { domainBinding } from "./domain-binding";
import { domainCname } from "./domain-cname";
import { functionVersion } from "./function-version";
import { httpsOnly } from "./https-only";
import { icp } from "./icp";
import { internetUrlDisabled } from "./internet-url-disabled";
import { intranetBackend } from "./intranet-backend";
import { logging } from "./logging";
import { methods } from "./methods";
import { name } from "./name";
import { onePluginPerType } from "./one-plugin-per-type";
import { open } from "./open";
import { openApi } from "./open-api";
import { path } from "./path";
import { pluginConflict } from "./plugin-conflict";
import { pluginData } from "./plugin-data";
import { pluginName } from "./plugin-name";
import { published } from "./published";
import { region } from "./region";
import { request } from "./request";
import { reservedHeader } from "./reserved-header";
import { signatureSecret } from "./signature-secret";
import { templateEscape } from "./template-escape";
import { timeout } from "./timeout";

/** The rules on API Gateway in front of a function, in order of the catalogue. */
export const apiGatewayRules: readonly Rule[] = [
  internetUrlDisabled,
  intranetBackend,
  backendSignature,
  signatureSecret,
  functionVersion,
  backend,
  request,
  methods,
  region,
  published,
  attachmentStage,
  onePluginPerType,
  pluginName,
  pluginData,
  templateEscape,
  pluginConflict,
  dedicatedPlugin,
  open,
  appAuthorised,
  httpsOnly,
  defaultDomain,
  domainCname,
  domainBinding,
  icp,
  path,
  reservedHeader,
  timeout,
  name,
  openApi,
  logging,
];
