import { Token } from "cdktf";
import { DOMAIN_BINDING_TYPE } from "../../facts/ros";

/** The parameter that the service never shows. */
const SECRET = "CertificatePrivateKey";

/**
 * The template of ROS that binds a domain, and uploads its certificate where that is among the
 * parameters. The provider sends a changed template only with something else that changed, so
 * another text here would be a difference in every plan of those who have this one.
 *
 * Source: ALIYUN::ApiGateway::CustomDomain.
 *
 * @param parameters the names of its parameters, which are those of the properties
 * @param domainName the name, where it is known at synth
 */
export function bindingTemplate(parameters: readonly string[], domainName: string): object {
  const each = <T>(make: (name: string) => T): Record<string, T> =>
    Object.fromEntries(parameters.map((name) => [name, make(name)]));
  return {
    ROSTemplateFormatVersion: "2015-09-01",
    Parameters: each((name) => ({ Type: "String", ...(name === SECRET && { NoEcho: true }) })),
    Resources: {
      Domain: {
        Type: DOMAIN_BINDING_TYPE,
        Properties: {
          ...(!Token.isUnresolved(domainName) && { DomainName: domainName }),
          ...each((name) => ({ Ref: name })),
        },
      },
    },
  };
}
