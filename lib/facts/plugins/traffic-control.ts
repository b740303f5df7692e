import { isAbsent } from "../issue";
import type { WholeNumbers } from "../numbers";
import { type Check, list, number, object, ofObject, oneOf, scalar } from "./check";

/** How many calls a limit lets through. */
export const CALLS: WholeNumbers = { least: 0, unit: "calls" };

const calls = number(CALLS);

const basic = object({
  known: {
    unit: oneOf("SECOND", "MINUTE", "HOUR", "DAY"),
    apiDefault: calls,
    userDefault: calls,
    appDefault: calls,
    specials: list(
      { expected: "a list of special apps or users" },
      object({
        known: {
          type: oneOf("APP", "USER"),
          policies: list(
            { expected: "a list of limits, with key and value" },
            object({ known: { key: scalar, value: calls }, required: ["key", "value"] }),
          ),
        },
        required: ["type", "policies"],
      }),
    ),
  },
  required: ["unit", "apiDefault"],
});

/** Members of the template for limits by parameter, which the basic one does not have. */
const BY_PARAMETER = ["parameters", "rules", "scope", "defaultLimit"];

/**
 * `trafficControl`: how many calls. The members of the template for limits by parameter are not
 * published in full, so that one is left alone.
 *
 * Source: the provider's acceptance tests; "Throttling plug-in".
 */
export const trafficControl: Check = (value) =>
  ofObject((data) => (isByParameter(data) ? [{ path: [] }] : []))(value).length > 0
    ? []
    : basic(value);

function isByParameter(data: Readonly<Record<string, unknown>>): boolean {
  return BY_PARAMETER.some((name) => !isAbsent(data[name]));
}

/** A limit that another one, which is lower, makes void. Source: "Throttling plug-in", 2.1. */
export const trafficControlDoubts = ofObject((data) => {
  const limits = ["apiDefault", "userDefault", "appDefault"]
    .map((name) => ({ name, calls: isAbsent(data[name]) ? NaN : Number(data[name]) }))
    .filter((limit) => !Number.isNaN(limit.calls));
  return limits.slice(1).flatMap(({ name, calls: own }, index) => {
    const above = limits[index];
    if (own <= above.calls) return [];
    return [
      {
        path: [name],
        problem: {
          got: `${own} calls, more than ${above.name} allows`,
          expected: `at most the ${above.calls} calls of ${above.name}`,
          fix: `lower ${name}, or raise ${above.name}`,
        },
      },
    ];
  });
});
