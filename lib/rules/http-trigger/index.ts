import type { Rule } from "../rule";
import { anonymousPublic } from "./anonymous-public";
import { authConfig } from "./auth-config";
import { authType } from "./auth-type";
import { basicUsers } from "./basic-users";
import { bearerTokens } from "./bearer-tokens";
import { config } from "./config";
import { corsCredentials } from "./cors-credentials";
import { corsHeaders } from "./cors-headers";
import { corsPreflight } from "./cors-preflight";
import { count } from "./count";
import { description } from "./description";
import { disabledUrlUsed } from "./disabled-url-used";
import { exclusive } from "./exclusive";
import { implicitOrder } from "./implicit-order";
import { inlineSecret } from "./inline-secret";
import { internetUrlExplicit } from "./internet-url-explicit";
import { jwtKeys } from "./jwt-keys";
import { jwtLookup } from "./jwt-lookup";
import { jwtPaths } from "./jwt-paths";
import { jwtPrefix } from "./jwt-prefix";
import { methods } from "./methods";
import { name } from "./name";
import { onePerQualifier } from "./one-per-qualifier";
import { protocol } from "./protocol";
import { protocolTimeout } from "./protocol-timeout";
import { qualifier } from "./qualifier";
import { replaceOrder } from "./replace-order";
import { stablePlan } from "./stable-plan";
import { testDomain } from "./test-domain";
import { triggerType } from "./trigger-type";
import { vipPinned } from "./vip-pinned";

/** The rules on HTTP triggers, in order of the catalogue. */
export const httpTriggerRules: readonly Rule[] = [
  onePerQualifier,
  exclusive,
  methods,
  config,
  triggerType,
  authType,
  authConfig,
  jwtKeys,
  jwtLookup,
  jwtPrefix,
  jwtPaths,
  bearerTokens,
  basicUsers,
  inlineSecret,
  anonymousPublic,
  internetUrlExplicit,
  testDomain,
  disabledUrlUsed,
  vipPinned,
  corsPreflight,
  corsCredentials,
  corsHeaders,
  name,
  qualifier,
  description,
  replaceOrder,
  implicitOrder,
  stablePlan,
  count,
  protocol,
  protocolTimeout,
];
