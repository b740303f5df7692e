import { port } from "../../../lib/rules/function/port";
import { SATISFIED, STRANGE, got, judgedFunction } from "../../support/function";
import { testPage } from "../../support/rule";

describe("function/port", () => {
  testPage(port);

  test.each([1, 9000, 65535, "8080", null])("%p is right", (value) => {
    expect(judgedFunction(port, { custom_runtime_config: { port: value } })).toEqual(SATISFIED);
    expect(judgedFunction(port, { custom_container_config: [{ port: value }] })).toEqual(SATISFIED);
  });

  test.each([
    [0, "0"],
    [65536, "65536"],
    [80.5, "80.5"],
    ["http", '"http"'],
  ])("%p is refused, in an object and in a list of one", (value, shown) => {
    expect(got(port, { custom_runtime_config: [{ port: value }] })).toEqual([shown]);
    expect(got(port, { custom_container_config: { port: value } })).toEqual([shown]);
  });

  test("a block that is not known is another rule's question", () => {
    const variable = { config: { type: "any" } };
    expect(judgedFunction(port, { custom_runtime_config: "${var.config}" }, { variable })).toEqual(
      SATISFIED,
    );
  });

  test.each(STRANGE)("%j does not stop it", (value) => {
    judgedFunction(port, { custom_runtime_config: value });
    judgedFunction(port, { custom_runtime_config: { port: value } });
  });
});
