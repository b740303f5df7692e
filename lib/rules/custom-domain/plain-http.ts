import type { Rule } from "../rule";
import { show, undecided, violated } from "../verdict";
import { isWritten } from "../written";
import { blockOf, speaksHttps } from "./https";

const attribute = "protocol";
const message = "what is sent over plain HTTP can be read and changed on the way";

/** Tokens, cookies and bodies travel as clear text. */
export const plainHttp: Rule = {
  id: "custom-domain/plain-http",
  level: "warning",
  title: "a custom domain speaks HTTPS, not only HTTP",
  elsewhere: [
    "Cloud Config fc-function-custom-domain-and-https-enable",
    "InfraGuard fc-function-custom-domain-and-https-enable",
  ],
  *evaluate(graph) {
    for (const { resource } of graph.customDomains) {
      const https = speaksHttps(resource);
      const protocol = resource.get("protocol");
      if (https === "unknown") yield undecided(resource, { attribute, message }, [protocol]);
      // Beside a certificate custom-domain/certificate asks for the protocol.
      const isPlain = https === "unstated" ? !blockOf(resource, "cert_config") : https === "no";
      if (!isPlain) continue;
      yield violated(resource, {
        attribute,
        message,
        got: isWritten(protocol) ? show(protocol) : "no protocol, and no certificate for HTTPS",
        expected: '"HTTPS", or "HTTP,HTTPS" while callers move',
        fix: 'give cert_config and write protocol = "HTTPS"',
        values: [protocol],
      });
    }
  },
};
