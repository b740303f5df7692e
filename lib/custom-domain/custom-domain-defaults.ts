import type { HttpAuth } from "../http-trigger/http-auth";
import type { HttpCors } from "../http-trigger/http-cors";
import type { DomainCertificate } from "./certificate";
import type { DomainDns } from "./dns";
import type { DomainProtocol } from "./domain-protocol";
import type { DomainTls } from "./domain-tls";

/**
 * What a custom domain takes beside what it has to be given: what a `Blueprint` may give it.
 */
export interface CustomDomainDefaults {
  /**
   * The certificate for HTTPS.
   *
   * @default - none, and `protocol` has to be HTTP
   */
  readonly certificate?: DomainCertificate;
  /**
   * What clients speak to it.
   *
   * @default DomainProtocol.HTTPS
   */
  readonly protocol?: DomainProtocol;
  /**
   * Which TLS it speaks. Not for HTTP alone.
   *
   * @default - TLS 1.2 and newer, with the cipher suites that have forward secrecy and authenticated encryption
   */
  readonly tls?: DomainTls;
  /**
   * How it tells who calls: anonymous, signature or JWT. What a trigger of the function asks for
   * does not hold here. Bearer and basic authentication cannot be given by the provider.
   *
   * @default HttpAuth.signature()
   */
  readonly auth?: HttpAuth;
  /**
   * How the platform answers browsers that call from pages of other origins. With
   * `allowCredentials` the second apply completes it: the provider leaves it out when it creates the
   * domain.
   *
   * @default - not stated: what the platform answers by itself is published for triggers only
   */
  readonly cors?: HttpCors;
  /**
   * Whether the functions' own code answers preflight requests. Written nowhere but into the
   * metadata, where the rules read it: OPTIONS has to be among the methods of routes.
   *
   * @default false
   */
  readonly corsInCode?: boolean;
  /**
   * Whether the web application firewall looks at every request.
   *
   * @default - not stated: off
   */
  readonly waf?: boolean;
  /**
   * The number of the ICP filing, which a domain in a mainland region needs. Written nowhere but
   * into the metadata, where the rules read it.
   *
   * @default - none: a warning in a mainland region
   */
  readonly icpFiling?: string;
  /**
   * How the name comes to lead to Function Compute, which looks it up when the domain is created.
   *
   * @default DomainDns.elsewhere()
   */
  readonly dns?: DomainDns;
}
