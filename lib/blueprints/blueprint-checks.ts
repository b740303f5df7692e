import { type IConstruct, RootConstruct } from "constructs";
import { nearest } from "../facts/nearest";
import { notBlank, notEmpty } from "../facts/not-empty";
import type { Problem } from "../facts/problem";
import { regularExpressionProblem } from "../facts/regular-expression";
import { tagKeyProblem } from "../facts/tag";
import { parseRange } from "../facts/version-range";
import {
  type Check,
  type PropProblem,
  inTurn,
  instance,
  list,
  literal,
  literalText,
  object,
  optional,
  required,
} from "../props";
import type { BlueprintTarget } from "./blueprint-target";
import { Bound } from "./bound";
import { specOf } from "./contradictions";
import { Naming } from "./naming";
import { rootOf } from "./place";
import { policyProblems } from "./policy-check";
import { SPECS } from "./specs";
import type { Given, TargetSpec } from "./target-spec";

/**
 * What is wrong with the props of a blueprint, each by itself.
 *
 * @param blueprint the class
 */
export function blueprintCheck(blueprint: {
  readonly name: string;
  readonly prototype: object;
}): Check {
  return object({
    name: required(literalText(someWords)),
    version: required(literalText(someWords)),
    library: optional(literalText(rangeProblem)),
    includes: optional(literal(list(instance(blueprint, "new Blueprint({ … })")))),
    defaults: optional(defaultsCheck),
    bounds: optional(literal(list(inTurn(instance(Bound, BOUND), boundProblems)))),
    requiredTags: optional(literal(list(literalText(tagKeyProblem)))),
    naming: optional(literal(list(inTurn(instance(Naming, NAMING), namingProblems)))),
    policy: optional(policyProblems),
  });
}

const BOUND = 'Bound.atMost(BlueprintTarget.WEB_FUNCTION, "timeoutSeconds", 300)';
const NAMING = 'Naming.of(BlueprintTarget.WEB_FUNCTION, "^acme-")';

const someWords = notBlank({
  got: "text that says nothing",
  expected: "some words",
  fix: "write them",
});

function rangeProblem(text: string): Problem | undefined {
  if (parseRange(text)) return undefined;
  const expected = "a range of versions as npm writes it";
  return { got: JSON.stringify(text), expected, fix: 'write ">=0.1.0 <0.3.0"' };
}

const defaultsCheck: Check = object(
  Object.fromEntries(SPECS.map((spec) => [spec.key, optional(defaultsOf(spec))])),
);

/** The construct's own check, as far as it is about props that are there. */
function defaultsOf(spec: TargetSpec): Check {
  const known = Object.keys(spec.props).filter((name) => spec.props[name].isDefault);
  return (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return object({})(value, at);
    }
    const given = Object.keys(value).filter((name) => (value as Given)[name] != null);
    const unknown = given.filter((name) => !known.includes(name));
    const problems = spec.check(NOWHERE, value as never)(value, "");
    return [
      ...unknown.map((name) => notADefault(`${at}.${name}`, name, spec, known)),
      ...problems
        .filter((one) => given.includes(rootOf(one.at)) && !unknown.includes(rootOf(one.at)))
        .map((problem) => ({ ...problem, at: `${at}.${problem.at}` })),
    ];
  };
}

/** No construct that a default is for. */
const NOWHERE: IConstruct = new RootConstruct();

function notADefault(
  at: string,
  name: string,
  { props, target }: TargetSpec,
  known: readonly string[],
): PropProblem {
  if (Object.hasOwn(props, name) || ["provider", "dependsOn"].includes(name)) {
    const expected = "a prop that can be the same for every construct";
    return { at, got: `${name}, which each ${target} has to state`, expected, fix: "remove it" };
  }
  return unknownProp(at, target, name, known);
}

function unknownProp(
  at: string,
  target: BlueprintTarget,
  name: string,
  known: readonly string[],
): PropProblem {
  const meant = nearest(name, known);
  return {
    at,
    got: `${JSON.stringify(name)}, which is no prop of ${target}`,
    expected: meant ?? `one of ${known.join(", ")}`,
    fix: meant === undefined ? "write one of these" : `write ${meant}`,
  };
}

function targetProblems(target: BlueprintTarget, at: string): readonly PropProblem[] {
  if (specOf(target)) return [];
  const expected = `one of ${SPECS.map((spec) => spec.target).join(", ")}`;
  return [{ at, got: "no target", expected, fix: "give BlueprintTarget.WEB_FUNCTION or another" }];
}

function boundProblems(value: unknown, at: string): readonly PropProblem[] {
  const { target, prop, _rule: rule } = value as Bound;
  const spec = specOf(target);
  if (!spec) return targetProblems(target, at);
  const name = String(prop);
  if (!Object.hasOwn(spec.props, name)) {
    return [unknownProp(at, target, name, Object.keys(spec.props))];
  }
  const { kind, isDefault } = spec.props[name];
  const problem = (got: string, expected: string, fix: string): readonly PropProblem[] => [
    { at: `${at}.${name}`, got, expected, fix },
  ];
  const { least, most, values = [] } = rule;
  switch (rule.kind) {
    case "required":
      return [];
    case "locked":
      if (isDefault) return [];
      return problem(
        `a lock on ${name}, which each ${target} has to state`,
        "a prop that a blueprint can give a default",
        "take the bound away",
      );
    case "range": {
      if (kind !== "number") {
        const fix = "take Bound.oneOf, Bound.locked or Bound.required";
        return problem(`numbers for ${name}, which is none`, "a prop that is a number", fix);
      }
      const numbers = [least, most].filter((number) => number !== undefined);
      if (numbers.some((number) => typeof number !== "number" || !Number.isFinite(number))) {
        return problem("what is no number", "a number", "write one");
      }
      if (least === undefined || most === undefined || least <= most) return [];
      const got = `at least ${least} and at most ${most}`;
      return problem(got, "a range that has values", "write the smaller number first");
    }
    case "oneOf":
      if (kind === "whole" || kind === "tags") {
        const fix = "take Bound.locked or Bound.required";
        return problem(`words for ${name}, which is a struct`, "a prop that one word tells", fix);
      }
      return list(literalText(), atLeastOne)(values, `${at}.${name}`);
  }
}

const atLeastOne = notEmpty({
  got: "no value",
  expected: "at least one: nothing is one of none",
  fix: "give the values that an app may choose from",
});

function namingProblems(value: unknown, at: string): readonly PropProblem[] {
  const { target, pattern } = value as Naming;
  return [...targetProblems(target, at), ...literalText(patternProblem)(pattern, `${at}.pattern`)];
}

function patternProblem(pattern: string): Problem | undefined {
  try {
    new RegExp(pattern);
    return undefined;
  } catch {
    const expected = "a regular expression of JavaScript";
    const { fix = "correct it" } = regularExpressionProblem(pattern) ?? {};
    return { got: JSON.stringify(pattern), expected, fix };
  }
}
