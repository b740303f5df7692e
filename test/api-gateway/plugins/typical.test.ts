import { TerraformVariable } from "cdktf";
import { RawPlugin } from "../../../lib/api-gateway/plugins/raw-plugin";
import { pluginDataDoubts, pluginDataIssues } from "../../../lib/facts/plugins/types";
import { dataOf, judgedData, textOf } from "./fixtures";
import { TYPICAL } from "./typical";

test.each(TYPICAL)(
  "%s: data of the provider's shape, right by the facts and by the rule",
  (...row) => {
    const [type, make, data] = row;
    const plugin = make();
    expect(plugin.pluginType).toBe(type);
    expect(plugin._problems("plugins[0]")).toEqual([]);
    expect(dataOf(plugin)).toStrictEqual(data);
    expect(pluginDataIssues(type, data)).toEqual([]);
    expect(pluginDataDoubts(type, data)).toEqual([]);
    expect(judgedData(make)).toEqual({ violated: [], undecided: [] });
  },
);

test.each(TYPICAL)(
  "%s: the service gets the gateway's own language as it was written",
  (...row) => {
    const [, make, data] = row;
    const text = textOf(make);
    expect(text).not.toMatch(/(?<![$])\$\{|(?<!%)%\{/);
    expect(JSON.parse(afterTemplate(text))).toEqual(data);
  },
);

test("a reference beside it leaves it as it was written", () => {
  const text = textOf((stack) => {
    const message = new TerraformVariable(stack, "message", { type: "string" }).stringValue;
    return RawPlugin.of("remoteAuth", {
      authUri: { address: "https://auth.example.com" },
      successCondition: "${statusCode} = 200 and 50%{x}",
      errorMessage: `\${statusCode}: ${message}`,
    });
  });
  expect(text).toBe(
    '${jsonencode({"authUri" = {"address" = "https://auth.example.com"}, "errorMessage" = "$${statusCode}: ${var.message}", "successCondition" = "$${statusCode} = 200 and 50%%{x}"})}',
  );
});

/** What Terraform makes of a text without references. */
function afterTemplate(text: string): string {
  return text.replace(/([$%])\1\{/g, "$1{");
}
