import type { Rule } from "../rule";
import { anonymous } from "./anonymous";
import { auth } from "./auth";
import { bypass } from "./bypass";
import { certificate } from "./certificate";
import { cname } from "./cname";
import { corsCredentials } from "./cors-credentials";
import { corsPreflight } from "./cors-preflight";
import { credentialsDrift } from "./credentials-drift";
import { icp } from "./icp";
import { inlineKey } from "./inline-key";
import { name } from "./name";
import { plainHttp } from "./plain-http";
import { rewrite } from "./rewrite";
import { routeMethods } from "./route-methods";
import { routes } from "./routes";
import { tls } from "./tls";
import { tlsMinimum } from "./tls-minimum";
import { waf } from "./waf";

/** The rules on custom domains, in order of the catalogue. */
export const customDomainRules: readonly Rule[] = [
  name,
  certificate,
  inlineKey,
  tls,
  tlsMinimum,
  plainHttp,
  routes,
  routeMethods,
  rewrite,
  cname,
  icp,
  auth,
  corsCredentials,
  corsPreflight,
  credentialsDrift,
  bypass,
  anonymous,
  waf,
];
