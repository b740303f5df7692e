import {
  gatewayDescriptionProblem,
  gatewayNameDoubt,
  gatewayNameProblem,
} from "../../facts/gateway-names";
import type { Problem } from "../../facts/problem";
import type { Resource, Value } from "../../graph";
import type { Detail, Rule, Verdict } from "../rule";
import { refuse, undecided, violated } from "../verdict";
import { hidden, knownText } from "../written";

/** What has a name and a description, and what it is called in a message. */
const NAMED = [
  ["alicloud_api_gateway_group", "an API group"],
  ["alicloud_api_gateway_api", "an API"],
] as const;

/** The service refuses other names; where the vendor's documents disagree, what one of them refuses is a warning. */
export const name: Rule = {
  id: "api-gateway/name",
  level: "error",
  title:
    "the name of an API group or an API has 4 to 128 letters, digits, `_`, `-`, `.` and spaces, the first a letter, and better at most 50 without `.` and spaces; its description has at most 180 characters",
  *evaluate(graph) {
    for (const [type, what] of NAMED) {
      for (const resource of graph.ofType(type)) {
        yield* named(resource, what);
        yield* described(resource, what);
      }
    }
  },
};

function* named(resource: Resource, what: string): Iterable<Verdict> {
  const attribute = "name";
  const value = resource.get(attribute);
  const where = { attribute, message: `API Gateway does not take this name of ${what}` };
  if (value.isNull) {
    yield missing(resource, attribute, what);
    return;
  }
  if (value.isUnknown) {
    yield* inPart(resource, where, value, (text) => {
      const problem = gatewayNameProblem(text.replace(/^$/, "x").padEnd(4, "x"));
      return problem && { ...problem, got: JSON.stringify(knownText(value, "${…}")) };
    });
    return;
  }
  const { text } = value;
  if (text === undefined) return;
  const wrong = [...refuse(resource, where, value, () => hidden(value, gatewayNameProblem(text)))];
  yield* wrong;
  if (wrong.length > 0) return;
  yield* refuse(
    resource,
    {
      attribute,
      message: `some of the vendor's own documents do not allow this name of ${what}`,
      level: "warning",
    },
    value,
    () => hidden(value, gatewayNameDoubt(text)),
  );
}

function* described(resource: Resource, what: string): Iterable<Verdict> {
  const attribute = "description";
  const value = resource.get(attribute);
  const where = { attribute, message: `the description of ${what} is too long` };
  if (value.isNull || value.text === "") {
    // That of a group may be left out.
    if (resource.type === "alicloud_api_gateway_api") yield missing(resource, attribute, what);
  } else if (value.isUnknown) {
    yield* inPart(resource, where, value, gatewayDescriptionProblem);
  } else {
    yield* refuse(resource, where, value, ({ text }) => gatewayDescriptionProblem(text ?? ""));
  }
}

function missing(resource: Resource, attribute: string, what: string): Verdict {
  const value = resource.get(attribute);
  return violated(resource, {
    attribute,
    message: `${what} needs a ${attribute}`,
    got: value.isNull ? "nothing" : "an empty text",
    expected: `a ${attribute}`,
    fix: `give it a ${attribute}`,
    values: [value],
  });
}

/** The verdict on text that is known in part: violated where that is wrong whatever the rest is. */
function* inPart(
  resource: Resource,
  where: Pick<Detail, "attribute" | "message">,
  value: Value,
  problemOf: (known: string) => Problem | undefined,
): Iterable<Verdict> {
  const known = knownText(value) ?? "";
  // What is not known at the beginning may be a letter.
  const best = value.prefix === "" && known !== "" ? `x${known}` : known;
  const problem = hidden(value, problemOf(best));
  if (problem) yield violated(resource, { ...where, ...problem, values: [value] });
  else yield undecided(resource, where, [value]);
}
