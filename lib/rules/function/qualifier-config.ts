import { type FunctionConfigNode, Value, sameQualifier } from "../../graph";
import { varies } from "../http-trigger/several";
import { type Identity, openNumber, repeats } from "../repeats";
import type { Rule, Verdict } from "../rule";
import { show, undecided, verdictOf, violated } from "../verdict";

const attribute = "qualifier";
const LATEST = Value.of("LATEST");

/** Terraform knows a config by its function's name alone, so a second one is taken for the first. */
export const qualifierConfig: Rule = {
  id: "function/qualifier-config",
  level: "error",
  title: "a function has one async and one provision config, whatever their qualifiers",
  *evaluate(graph) {
    yield* severalOrTwice(graph.asyncInvokeConfigs, "async config");
    yield* severalOrTwice(graph.provisionConfigs, "provision config");
  },
};

function* severalOrTwice(configs: Iterable<FunctionConfigNode>, kind: string): Iterable<Verdict> {
  const message = `two ${kind}s of one function share a Terraform id`;
  for (const { resource, functionName, qualifier } of configs) {
    const open = openNumber(resource);
    // A block that makes an unknown number of configs, each for a qualifier of its own.
    if (open.length === 0 || varies(functionName) || !varies(qualifier)) continue;
    yield undecided(resource, { attribute, message }, open);
  }
  yield* twice(configs, kind, message);
}

function* twice(
  configs: Iterable<FunctionConfigNode>,
  kind: string,
  message: string,
): Iterable<Verdict> {
  for (const { first, second, on } of repeats(configs, byFunction)) {
    const [a, b] = [qualifierOf(first), qualifierOf(second)];
    const detail = {
      attribute,
      message,
      got: `one for ${show(b)} on ${show(second.functionName)}, beside ${first.address} for ${show(a)}`,
      expected: `one ${kind} for each function`,
      fix: "remove one of the two",
      related: [{ resource: first.resource, message: `the first ${kind}` }],
      values: [first.functionName, second.functionName, a, b],
    };
    const surelyOne =
      first.sureFunctionKey === second.sureFunctionKey &&
      [first, second].every(({ resource }) => openNumber(resource).length === 0);
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
    sureScope: config.sureFunctionKey,
    scopeNeeds: config.functionKey === undefined ? config.functionName.needs : [],
    value: LATEST,
    same: () => "yes",
  };
}

function qualifierOf({ qualifier }: FunctionConfigNode): Value {
  return qualifier.isNull ? LATEST : qualifier;
}
