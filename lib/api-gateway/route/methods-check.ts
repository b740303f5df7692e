import { notEmpty } from "../../facts/not-empty";
import { type Check, type PropProblem, enumeration, list, literal, once } from "../../props";
import { GatewayMethod } from "./words";

/** What is wrong with one method. */
export const methodCheck: Check = enumeration(GatewayMethod);

/** What is wrong with the methods of a route: none, one that there is not, one twice, another beside `ANY`. */
export const methodsCheck: Check = literal((methods, at) => [
  ...each(methods, at),
  ...once("each method once")(methods, at),
  ...besideAny(methods, at),
]);

const each = list(
  methodCheck,
  notEmpty({
    got: "an empty list",
    expected: "a list of at least one method",
    fix: "name one, or leave methods out for ANY",
  }),
);

function besideAny(methods: unknown, at: string): readonly PropProblem[] {
  const { ANY } = GatewayMethod;
  if (!Array.isArray(methods) || methods.every((method) => method === ANY)) return [];
  const index = methods.indexOf(ANY);
  if (index < 0) return [];
  return [
    {
      at: `${at}[${index}]`,
      got: '"ANY" beside other methods',
      expected: "ANY alone, which is every method",
      fix: "remove it, or the others",
    },
  ];
}
