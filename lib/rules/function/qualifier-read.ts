import { Value, sameQualifier } from "../../graph";
import type { Rule } from "../rule";
import { show, verdictOf } from "../verdict";

const LATEST = Value.of("LATEST");

/** The provider reads a config back without its qualifier, which means LATEST, and finds another one or none. */
export const qualifierRead: Rule = {
  id: "function/qualifier-read",
  level: "warning",
  title: "an async or provision config names no qualifier but LATEST",
  *evaluate(graph) {
    for (const config of [...graph.asyncInvokeConfigs, ...graph.provisionConfigs]) {
      const { qualifier, resource } = config;
      if (qualifier.isNull) continue;
      const same = sameQualifier(qualifier, LATEST);
      const other = same === "yes" ? "no" : same === "no" ? "yes" : "unknown";
      const detail = {
        attribute: "qualifier",
        message: "the provider reads this config back without its qualifier",
        got: `it is for ${show(qualifier)}`,
        expected: "LATEST, or no qualifier",
        fix: "remove the qualifier, or make the config outside Terraform",
        values: [qualifier],
      };
      yield* verdictOf(other, resource, detail, [qualifier]);
    }
  },
};
