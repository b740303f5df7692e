import { Construct } from "constructs";
import { Fcv3CustomDomain } from "../alicloud/fcv3-custom-domain";
import { propsUnder } from "../blueprints/under";
import { corsConfig } from "../http-trigger/cors";
import { HttpAuth } from "../http-trigger/http-auth";
import { waitForTarget } from "../http-trigger/target";
import { Trace, guard, jsonText, makeResource, metaArguments } from "../synth";
import type { CustomDomainProps } from "./custom-domain-props";
import type { CustomDomainAttributes, ICustomDomain } from "./custom-domain-ref";
import { customDomainTarget } from "./custom-domain-target";
import { DomainDns } from "./dns";
import { DomainProtocol } from "./domain-protocol";
import { ImportedCustomDomain } from "./imported-custom-domain";
import { cnameTarget } from "./target";
import { tlsConfig } from "./tls-config";
import { urlOf } from "./url";

/**
 * A name of one's own for functions, `alicloud_fcv3_custom_domain`: what clients call, without an
 * HTTP trigger.
 *
 * With nothing else said it speaks HTTPS alone, TLS 1.2 and newer, and asks for signature
 * authentication. It always states its protocol, its authentication and the qualifier of each
 * route; with HTTPS also the least version of TLS and the cipher suites, which the service asks for
 * together.
 *
 * It is made after the functions, versions and aliases of its routes, and after its DNS record,
 * since Function Compute looks the name up when it creates a domain and refuses one that leads
 * elsewhere.
 *
 * Refuses, all in one error: a name that the service refuses, or one of the platform's own; no
 * route, a path twice, `*` elsewhere than as a final `/*`; a rewrite rule of another kind than it
 * says; HTTPS without a certificate, a certificate or TLS beside HTTP alone; a certificate that is
 * not for the name, or not valid today; an authentication that the provider does not take for
 * domains; what `HttpTrigger` refuses of authentication and CORS.
 *
 * Source: "Configure custom domain names"; CreateCustomDomain; the provider's page on
 * alicloud_fcv3_custom_domain.
 */
export class CustomDomain extends Construct implements ICustomDomain {
  /**
   * A custom domain that exists already.
   *
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param attributes what is known of it
   * @throws an error that names every wrong attribute
   */
  public static fromCustomDomainAttributes(
    scope: Construct,
    id: string,
    attributes: CustomDomainAttributes,
  ): ICustomDomain {
    return new ImportedCustomDomain(scope, id, attributes);
  }

  private readonly resource: Fcv3CustomDomain;
  private readonly props: CustomDomainProps;

  /**
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param props see CustomDomainProps
   * @throws an error that names every wrong prop
   */
  public constructor(scope: Construct, id: string, props: CustomDomainProps) {
    super(scope, id);
    guard(this);
    const trace = new Trace(new.target as never);
    this.props = props = propsUnder(this, customDomainTarget, props);
    const { domainName, routes, cors, waf, icpFiling, corsInCode } = props;
    const protocol = props.protocol ?? DomainProtocol.HTTPS;
    const auth = props.auth ?? HttpAuth.signature();
    const authInfo = auth._config();
    const part = { provider: props.provider, dependsOn: props.dependsOn, trace };
    const certConfig = props.certificate?._bind(this, part);
    const target = (isInternal: boolean) => cnameTarget(this, props.provider, isInternal);
    const dns = props.dns ?? DomainDns.elsewhere();
    const first = dns._bind(this, { ...part, domainName, target });
    const meta = metaArguments(props);
    this.resource = makeResource(
      Fcv3CustomDomain,
      this,
      trace,
      {
        ...meta,
        dependsOn: first.length > 0 ? [...(meta.dependsOn ?? []), ...first] : meta.dependsOn,
        customDomainName: domainName,
        protocol,
        routeConfig: { routes: routes.map((route) => route._config) },
        certConfig,
        tlsConfig: protocol === DomainProtocol.HTTP ? undefined : tlsConfig(props.tls),
        authConfig: {
          authType: auth.authType,
          authInfo: authInfo === undefined ? undefined : jsonText(authInfo),
        },
        corsConfig: cors && isStated(cors) ? corsConfig(cors) : undefined,
        wafConfig: waf === undefined ? undefined : { enableWaf: waf },
      },
      {
        icpFiling,
        corsInCode: corsInCode || undefined,
        certificate: props.certificate?._seen(this),
      },
    );
    for (const route of routes) waitForTarget(this, route._target);
  }

  /** A reference to its name. */
  public get domainName(): string {
    return this.resource.customDomainName;
  }

  /**
   * Its URL without a path: `https://` and a reference to its name, or `http://…` where it speaks
   * HTTP alone.
   *
   * @throws an error of a wildcard domain, which has as many URLs as names
   */
  public get url(): string {
    const { domainName, protocol } = this.props;
    return urlOf(this, { domainName, protocol, reference: this.domainName });
  }

  /**
   * What the name has to lead to by CNAME: `<account id>.<region>.fc.aliyuncs.com`. Without a
   * reference to the domain, so that a record can be made before it.
   */
  public get cnameTarget(): string {
    return cnameTarget(this, this.props.provider, false);
  }

  /** The same inside VPCs: `<account id>.<region>-internal.fc.aliyuncs.com`. */
  public get internalCnameTarget(): string {
    return cnameTarget(this, this.props.provider, true);
  }
}

/** An empty block would be sent as one, and differ in every plan. */
function isStated(block: object): boolean {
  return Object.values(block).some((value) => value !== undefined);
}
