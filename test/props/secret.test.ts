import { Fn, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { secret } from "../../lib/props";

const stack = new TerraformStack(Testing.app(), "prod");
const variable = new TerraformVariable(stack, "pair", { type: "string", sensitive: true });
const problems = (value: unknown) => secret()(value, "key").map(({ got }) => got);

test.each([
  ["a variable", variable.stringValue],
  ["a function of one", Fn.lookup(Fn.jsondecode(variable.stringValue), "id")],
  ["a text around one", `Bearer ${variable.stringValue}`],
])("%s is a reference to a secret", (_, value) => {
  expect(problems(value)).toEqual([]);
});

test("an expression that is written around a reference would arrive as text", () => {
  expect(problems(`\${jsondecode(${variable.stringValue}).id}`)).toEqual([
    "a reference inside of an expression that is written as text: its ${ would arrive as it is",
  ]);
});

test("a literal is refused, and not shown", () => {
  expect(problems("4cN7verysecret")).toEqual([
    "a literal, which would be readable in the synthesised file and in the state",
  ]);
});
