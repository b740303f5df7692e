import { nearest } from "../../facts/nearest";
import type { Rule, RuleOption } from "../../rules";

/** What is wrong with one thing that a policy tells a rule. */
export interface OptionProblem {
  readonly option: string;
  readonly message: string;
  readonly fix: string;
}

/** What is wrong with what a policy tells a rule beside its level. */
export function optionProblems(
  { id, options = {} }: Rule,
  settings: Readonly<Record<string, unknown>>,
): readonly OptionProblem[] {
  const known = Object.keys(options);
  return Object.entries(settings).flatMap(([option, value]) => {
    if (!Object.hasOwn(options, option)) {
      const meant = nearest(option, ["level", ...known]);
      const more = known.length > 0 ? `, or write one of level, ${known.join(", ")}` : "";
      const fix = meant ? `write ${meant}` : `remove it${more}`;
      return [{ option, message: `${id} has no option ${option}`, fix }];
    }
    const { type } = options[option];
    if (IS[type](value)) return [];
    return [
      { option, message: `${option} of ${id} is not ${NAMES[type]}`, fix: `write ${NAMES[type]}` },
    ];
  });
}

const NAMES: Readonly<Record<RuleOption["type"], string>> = {
  number: "a number of 0 or more",
  text: "a text",
  texts: "a list of texts",
  map: "an object of texts",
};

const IS: Readonly<Record<RuleOption["type"], (value: unknown) => boolean>> = {
  number: (value) => typeof value === "number" && Number.isFinite(value) && value >= 0,
  text: isText,
  texts: (value) => Array.isArray(value) && value.every(isText),
  map: (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isText),
};

function isText(value: unknown): boolean {
  return typeof value === "string";
}
