import { type FunctionConfigNode, Value, sameQualifier } from "../../graph";
import { type Identity, repeats } from "../repeats";
import type { Rule, Verdict } from "../rule";
import { show, verdictOf, violated } from "../verdict";

const LATEST = Value.of("LATEST");

/** Terraform knows a config by its function's name alone, so a second one is taken for the first. */
export const qualifierConfig: Rule = {
  id: "function/qualifier-config",
  level: "error",
  title: "a function has one async and one provision config, whatever their qualifiers",
  *evaluate(graph) {
    yield* twice(graph.asyncInvokeConfigs, "async config");
    yield* twice(graph.provisionConfigs, "provision config");
  },
};

function* twice(configs: Iterable<FunctionConfigNode>, kind: string): Iterable<Verdict> {
  for (const { first, second, on } of repeats(configs, byFunction)) {
    const [a, b] = [qualifierOf(first), qualifierOf(second)];
    const detail = {
      attribute: "qualifier",
      message: `two ${kind}s of one function share a Terraform id`,
      got: `one for ${show(b)} on ${show(second.functionName)}, beside ${first.address} for ${show(a)}`,
      expected: `one ${kind} for each function`,
      fix: "remove one of the two",
      related: [{ resource: first.resource, message: `the first ${kind}` }],
      values: [first.functionName, second.functionName, a, b],
    };
    const surelyOne = first.functionKey !== undefined && first.functionKey === second.functionKey;
    const same = sameQualifier(a, b);
    if (!surelyOne) yield* on(second.resource, detail);
    else if (same === "unknown") {
      yield* verdictOf("unknown", second.resource, detail, [a, b]);
    } else {
      // Two for one qualifier can be applied, and then differ in every plan.
      const level = same === "yes" ? "warning" : undefined;
      yield violated(second.resource, { ...detail, level });
    }
  }
}

function byFunction(config: FunctionConfigNode): Identity {
  return {
    scope: config.functionKey,
    scopeNeeds: config.functionKey === undefined ? config.functionName.needs : [],
    value: LATEST,
    same: () => "yes",
  };
}

function qualifierOf({ qualifier }: FunctionConfigNode): Value {
  return qualifier.isNull ? LATEST : qualifier;
}
