import { TerraformOutput } from "cdktf";
import type { BindingSource } from "./binding-source";

/** A person binds the domain: the stack says how. */
export function byHand(): BindingSource {
  return {
    uploads: false,
    problems: () => [],
    bind(scope, { domainName, groupId, target, isHttps }) {
      const steps = [
        `Wait until the record of ${domainName} is there:\n${domainName}. IN CNAME ${target}.`,
        `In the console of API Gateway, API Management > Group Management, open the group ${groupId}. Under Independent Domain bind ${domainName}.`,
        ...(isHttps
          ? [`There, upload the certificate of ${domainName} with its private key.`]
          : []),
      ];
      new TerraformOutput(scope, "Binding", {
        description: "How the domain is bound to its API group by hand.",
        value: steps.map((step, index) => `${index + 1}. ${step}`).join("\n"),
      });
      return [];
    },
  };
}
