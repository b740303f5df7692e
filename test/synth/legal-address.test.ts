import { Construct } from "constructs";
import { WebFunction } from "../../lib";
import { minimal } from "../function/fixtures";
import { thrownBy } from "../support/app";
import { stackOf } from "../support/synth";

test.each(["1st", "-a", "ä1", "日本語"])("%s gives a name that Terraform refuses", (id) => {
  const thrown = thrownBy(() => new WebFunction(stackOf(), id, minimal));
  expect(thrown.split("\n")).toEqual([
    "id: Terraform takes no name of a resource that begins so",
    expect.stringContaining("legal-address.test.ts"),
    `  got       ${JSON.stringify(id)}, with which the names of its resources begin`,
    "  expected  an id whose first letter or digit is one of A to Z, a to z",
    "  fix       put such a letter before it",
  ]);
});

test("what is below another id may begin with a digit", () => {
  const scope = new Construct(stackOf(), "Shop");
  expect(() => new WebFunction(scope, "1st", minimal)).not.toThrow();
});

test.each(["_a", "Größe", "a b"])("%s is taken", (id) => {
  expect(() => new WebFunction(stackOf(), id, minimal)).not.toThrow();
});
