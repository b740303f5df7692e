import {
  App,
  Fn,
  Lazy,
  TerraformIterator,
  TerraformLocal,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
  Testing,
  Token,
  conditional,
} from "cdktf";
import * as fc from "fast-check";
import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ResourceGraph } from "../../lib/graph";
import { jsonText } from "../../lib/synth/json-text";

/** What Terraform JSON holds for a text; `make` may declare things in the stack. */
function written(make: (stack: TerraformStack) => unknown): string {
  return stackWith(make).output.text.value;
}

function stackWith(make: (stack: TerraformStack) => unknown) {
  const stack = new TerraformStack(Testing.app(), "stack");
  const output = new TerraformOutput(stack, "text", { value: jsonText(make(stack)) });
  output.overrideLogicalId("text");
  return JSON.parse(Testing.synth(stack));
}

const secret = (stack: TerraformStack): string =>
  new TerraformVariable(stack, "token", { type: "string", sensitive: true }).stringValue;

describe("a value without references", () => {
  it("is canonical JSON", () => {
    expect(written(() => ({ b: ["GET", 1, false, null], a: { x: 1.5 }, gone: undefined }))).toBe(
      '{"b":["GET",1,false,null],"a":{"x":1.5}}',
    );
  });

  it("keeps what looks like a template as text", () => {
    expect(written(() => ({ a: "${x} %{y} $${z} $ % 50%" }))).toBe(
      '{"a":"$${x} %%{y} $$${z} $ % 50%"}',
    );
  });
});

describe("a value with references", () => {
  it("is jsonencode of the expression", () => {
    expect(
      written((stack) => ({ a: [{ b: secret(stack) }], c: 3, d: true, e: null, f: [], g: {} })),
    ).toBe(
      '${jsonencode({"a" = [{"b" = var.token}], "c" = 3, "d" = true, "e" = null, "f" = [], "g" = {}})}',
    );
  });

  it("leaves out what is undefined", () => {
    expect(written((stack) => ({ a: undefined, b: secret(stack) }))).toBe(
      '${jsonencode({"b" = var.token})}',
    );
  });

  // Held against `terraform console` of Terraform 1.11.
  it("escapes quotes, backslashes, templates and control characters, in keys too", () => {
    expect(
      written((stack) => ({
        'k"\\ ${y': secret(stack),
        text: 'q"u\\o ${x} %{y} $${z} \n\t\u0001 é',
        '"': '"',
      })),
    ).toBe(
      '${jsonencode({"k\\"\\\\ $${y" = var.token, "text" = "q\\"u\\\\o $${x} %%{y} $$${z} \\n\\t\\u0001 é", "\\"" = "\\""})}',
    );
  });

  it("writes no escape that HCL does not have", () => {
    expect(written((stack) => ({ a: "\b\f\\b\ud800 \ud83d\ude00", b: secret(stack) }))).toBe(
      '${jsonencode({"a" = "\\u0008\\u000c\\\\b\ufffd \ud83d\ude00", "b" = var.token})}',
    );
  });

  it("keeps a dollar before a reference from escaping it", () => {
    expect(
      written((stack) => {
        const token = secret(stack);
        return { a: "$" + token + "$", b: "$$" + token };
      }),
    ).toBe('${jsonencode({"a" = "\\u0024${var.token}$", "b" = "$\\u0024${var.token}"})}');
  });

  it("takes references in keys", () => {
    expect(
      written((stack) => {
        const key = secret(stack);
        return { [key]: 1, [`x-${key}`]: 2 };
      }),
    ).toBe('${jsonencode({(var.token) = 1, "x-${var.token}" = 2})}');
  });

  it("keeps text around a reference as text", () => {
    expect(written((stack) => ({ a: `Bearer "${secret(stack)}" \\ \${y}` }))).toBe(
      '${jsonencode({"a" = "Bearer \\"${var.token}\\" \\\\ $${y}"})}',
    );
  });

  it("takes every kind of token", () => {
    expect(
      written((stack) => {
        const variable = new TerraformVariable(stack, "any", {});
        return {
          number: variable.numberValue,
          list: variable.listValue,
          map: Token.asMap(variable.value, "x"),
          local: new TerraformLocal(stack, "local", variable.value).asString,
          call: Fn.join("-", ["a", variable.stringValue]),
          choice: conditional(variable.stringValue, "a", "b"),
          each: TerraformIterator.fromList(["a"]).value,
          nothing: Token.nullValue(),
        };
      }),
    ).toBe(
      '${jsonencode({"number" = var.any, "list" = var.any, "map" = var.any, "local" = local.local, "call" = join("-", ["a", var.any]), "choice" = var.any ? "a" : "b", "each" = each.value, "nothing" = null})}',
    );
  });

  it("takes lazy values, which may hold references", () => {
    expect(
      written((stack) => {
        const token = secret(stack);
        return {
          object: Lazy.anyValue({ produce: () => ({ a: 'q"x', b: token }) }),
          text: Lazy.stringValue({ produce: () => 'l"it' }),
          again: Lazy.stringValue({ produce: () => token }),
          number: Lazy.numberValue({ produce: () => 7 }),
        };
      }),
    ).toBe(
      '${jsonencode({"object" = {"a" = "q\\"x", "b" = var.token}, "text" = "l\\"it", "again" = var.token, "number" = 7})}',
    );
  });

  it("may be the whole of it", () => {
    expect(written(secret)).toBe("${jsonencode(var.token)}");
  });

  it("may stand in another expression", () => {
    const stack = new TerraformStack(Testing.app(), "stack");
    const value = Fn.base64encode(jsonText({ a: secret(stack) }));
    new TerraformOutput(stack, "text", { value }).overrideLogicalId("text");
    expect(JSON.parse(Testing.synth(stack)).output.text.value).toBe(
      '${base64encode(jsonencode({"a" = var.token}))}',
    );
  });

  it("finds the outputs of another stack", () => {
    const outdir = mkdtempSync(join(tmpdir(), "json-text-"));
    try {
      const app = new App({ outdir });
      const token = secret(new TerraformStack(app, "first"));
      const second = new TerraformStack(app, "second");
      new TerraformOutput(second, "text", { value: jsonText({ a: token }) });
      app.synth();
      const json = JSON.parse(readFileSync(join(outdir, "stacks/second/cdk.tf.json"), "utf8"));
      expect(json.output.text.value).toBe(
        '${jsonencode({"a" = data.terraform_remote_state.cross-stack-reference-input-first.outputs.cross-stack-output-vartoken})}',
      );
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });
});

/** Any JSON, with numbers that HCL and JSON write alike. */
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("${", "%{", "$${x}", '"', "\\", "\n"),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value")),
    fc.dictionary(fc.string({ unit: "grapheme" }), tie("value")),
  ),
})).value;

it("is read by the graph as what was written, whatever it is", () => {
  fc.assert(
    fc.property(anyJson, fc.boolean(), (value, withReference) => {
      const json = stackWith((stack) => {
        if (!withReference) return { value };
        const known = new TerraformVariable(stack, "known", { type: "string", default: 'a"\\' });
        return { value, text: `<${known.stringValue}>`, known: known.stringValue };
      });
      const [output] = new ResourceGraph([{ stack: "", json }]).outputs;
      const expected = withReference ? { value, text: '<a"\\>', known: 'a"\\' } : { value };
      expect(output.value.json.value?.plain).toEqual(JSON.parse(JSON.stringify(expected)));
    }),
    { numRuns: 200 },
  );
});
