import { kindOf } from "../../../facts/issue";
import { nearest } from "../../../facts/nearest";
import type { Problem } from "../../../facts/problem";
import type { Step } from "../../../graph/yaml/placed";
import type { OpenApiError } from "../../../vendor/generated/openapi.validate";
import { type OpenApiDocument, stepsOf } from "./document";

/** Says what in a document the specification of its version does not allow. */
export function refuseBySchema(document: OpenApiDocument, version: "3.0" | "3.1"): void {
  const { validate } =
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded where it is needed
    require("../../../vendor/generated/openapi.validate") as typeof import("../../../vendor/generated/openapi.validate");
  const errors = validate(version, document.root).filter(({ keyword }) => !ABOVE.has(keyword));
  const wrong = new Set<string>();
  for (const { keyword, instanceLocation } of errors) {
    if (keyword !== "false") above(instanceLocation).forEach((place) => wrong.add(place));
  }
  for (const { keyword, instanceLocation } of errors) {
    if (keyword === "false")
      above(instanceLocation)
        .slice(1)
        .forEach((place) => wrong.add(place));
  }
  for (const error of errors) {
    // What is wrong inside is not said to be unknown too.
    if (error.keyword === "false" && wrong.has(error.instanceLocation)) continue;
    const path = pathOf(error.instanceLocation, document.root);
    const { value, steps } = path;
    const of = error.keyword === "false" ? "key" : "value";
    document.refuse(steps, explain(error, value, steps, missingOf(error, errors)), of);
  }
}

/** What only says that something inside is wrong. */
const ABOVE = new Set([
  "$ref",
  "additionalProperties",
  "allOf",
  "anyOf",
  "dependentSchemas",
  "if",
  "items",
  "oneOf",
  "patternProperties",
  "properties",
  "propertyNames",
  "unevaluatedProperties",
]);

/** A place and all that it is in, from the inside. */
function above(location: string): readonly string[] {
  const places = [location];
  for (let at = location; at.includes("/"); places.push(at)) at = at.slice(0, at.lastIndexOf("/"));
  return places;
}

function pathOf(
  location: string,
  root: unknown,
): { readonly steps: readonly Step[]; readonly value: unknown } {
  let value = root;
  const steps = stepsOf(location).map((name) => {
    const step = Array.isArray(value) ? Number(name) : name;
    value = (value as Readonly<Record<Step, unknown>>)[step];
    return step;
  });
  return { steps, value };
}

/** The members of which one has to be there: alternatives are errors one beside the other. */
function missingOf(error: OpenApiError, errors: readonly OpenApiError[]): readonly string[] {
  if (error.keyword !== "required") return [];
  const choice = choiceOf(error);
  const beside =
    choice === undefined
      ? [error]
      : errors.filter(
          (other) =>
            other.keyword === "required" &&
            other.instanceLocation === error.instanceLocation &&
            choiceOf(other) === choice,
        );
  return [...new Set(beside.map((other) => /property "(.*)"/.exec(other.error)?.[1] ?? ""))];
}

function choiceOf({ keywordLocation }: OpenApiError): string | undefined {
  return /^(.*\/(?:oneOf|anyOf))\/\d+\/required$/.exec(keywordLocation)?.[1];
}

function explain(
  { keyword, error }: OpenApiError,
  value: unknown,
  steps: readonly Step[],
  missing: readonly string[],
): Problem {
  const got = show(value);
  switch (keyword) {
    case "required": {
      const names = missing.join(" or ");
      const fix = names === "required" ? "add required: true" : `add ${names}`;
      return { got: `no ${names}`, expected: names, fix };
    }
    case "type": {
      const types = (/Expected (.*)\.$/.exec(error)?.[1] ?? "").replaceAll('"', "").split(", ");
      const expected = types.map((type) => TYPES[type] ?? type).join(" or ");
      return { got, expected, fix: `write ${expected}` };
    }
    case "enum": {
      const words = (/\[(.*)\]/s.exec(error)?.[1] ?? "").replaceAll('"', "").split(",");
      return { got, expected: `one of ${words.join(", ")}`, fix: "write one of these" };
    }
    case "false":
      return unknownMember(steps);
    default: {
      const expected = `what the specification says: ${error.replace(/\.$/, "").replace(/^I/, "i")}`;
      return { got, expected, fix: "correct it" };
    }
  }
}

const TYPES: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  object: "an object",
  string: "text",
};

function unknownMember(steps: readonly Step[]): Problem {
  const name = String(steps.at(-1));
  const got = JSON.stringify(name);
  if (steps.length === 2 && steps[0] === "paths") {
    return { got, expected: 'a path that begins with "/"', fix: `write "/${name}"` };
  }
  const meant = nearest(name, NAMES);
  return {
    got,
    expected: "a name that the specification knows here",
    fix:
      meant === undefined || meant === name
        ? `remove it, or call it "x-${name}"`
        : `write "${meant}"`,
  };
}

/** What is written most, and so written wrong. */
const NAMES = [
  "callbacks",
  "components",
  "content",
  "default",
  "delete",
  "deprecated",
  "description",
  "explode",
  "externalDocs",
  "get",
  "head",
  "headers",
  "operationId",
  "options",
  "parameters",
  "patch",
  "paths",
  "post",
  "properties",
  "put",
  "requestBodies",
  "requestBody",
  "required",
  "responses",
  "schema",
  "schemas",
  "security",
  "securitySchemes",
  "servers",
  "style",
  "summary",
  "tags",
  "variables",
];

const MOST_SHOWN = 60;

function show(value: unknown): string {
  if (typeof value !== "string" || value === "") return kindOf(value);
  const text = [...value];
  return JSON.stringify(
    text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN).join("")}…` : value,
  );
}
