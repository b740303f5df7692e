import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { type Json, ResourceGraph } from "../../lib/graph";
import { read } from "../../lib/graph/read";
import { RULES, evaluate } from "../../lib/rules";
import { methods } from "../../lib/rules/http-trigger/methods";

const date = "2026-11-22";
const http = (changes: Readonly<Record<string, Json>> = {}): Record<string, Json> => ({
  function_name: "orders",
  qualifier: "LATEST",
  trigger_name: "http",
  trigger_type: "http",
  trigger_config: '{"authType":"function","disableURLInternet":true,"methods":["get"]}',
  ...changes,
});

describe("evaluate", () => {
  test("findings of a folder are in order of file, then of address", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "engine-"));
    const write = (name: string, triggers: Json): void =>
      writeFileSync(
        path.join(folder, name),
        JSON.stringify({ resource: { alicloud_fcv3_trigger: triggers } }),
      );
    write("a.tf.json", { z: http(), y: http() });
    write("b.tf.json", { a: http() });
    const { graph } = read(".", { cwd: folder });
    rmSync(folder, { recursive: true });

    const { findings } = evaluate(graph, [methods], { date });

    expect(findings.map(({ input, resource }) => [input, resource])).toEqual([
      ["a.tf.json", "alicloud_fcv3_trigger.y"],
      ["a.tf.json", "alicloud_fcv3_trigger.z"],
      ["b.tf.json", "alicloud_fcv3_trigger.a"],
    ]);
  });

  test.each([
    ["null", null],
    ["a list", [[]]],
    ["an object", {}],
  ])("a question always says what it needs, also beside a function_name that is %s", (_, name) => {
    const json = {
      resource: {
        alicloud_fcv3_trigger: { first: http(), second: http({ function_name: name as Json }) },
      },
    };
    const { undecided } = evaluate(new ResourceGraph([{ stack: "", json }]), RULES, { date });

    expect(undecided).toContainEqual(
      expect.objectContaining({
        rule: "http-trigger/one-per-qualifier",
        resource: "alicloud_fcv3_trigger.second",
        needs: ["an argument that is missing, or is not of the provider's type for it"],
      }),
    );
    expect(undecided.filter(({ needs }) => needs.length === 0)).toEqual([]);
  });
});
