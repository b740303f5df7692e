import { Value } from "../../graph";
import type { Rule } from "../rule";
import { show, undecided, violated } from "../verdict";

const RIGHT = Value.of("HTTPS");

/** Over plain HTTP anybody on the way reads the request, and the credentials in it. */
export const httpsOnly: Rule = {
  id: "api-gateway/https-only",
  level: "warning",
  title: "the request protocol of a gateway API is HTTPS only",
  elsewhere: ["Cloud Config api-gateway-api-internet-request-https"],
  *evaluate(graph) {
    const where = {
      attribute: "request_config.protocol",
      message: "callers may use plain HTTP, which anybody on the way can read",
    };
    for (const resource of graph.ofType("alicloud_api_gateway_api")) {
      const config = resource.get("request_config");
      const protocol = config.get("protocol");
      // Terraform itself asks for both.
      if (protocol.isNull) continue;
      const answer = protocol.same(RIGHT);
      if (answer === "unknown") yield undecided(resource, where, [protocol]);
      if (answer === "no") {
        yield violated(resource, {
          ...where,
          got: show(protocol),
          expected: '"HTTPS"',
          fix: 'write "HTTPS"',
          values: [protocol],
        });
      }
    }
  },
};
