import { describe, expect, test } from "@jest/globals";
import { evaluate, parseTemplate, references } from "../../../lib/graph/expression";
import { scopeOf } from "./scope";

describe("a reference", () => {
  test.each([
    [
      "${alicloud_fcv3_trigger.t.http_trigger[0].url_intranet}",
      {
        text: "alicloud_fcv3_trigger.t.http_trigger[0].url_intranet",
        address: "alicloud_fcv3_trigger.t",
        path: ["http_trigger", 0, "url_intranet"],
      },
    ],
    [
      "${alicloud_fcv3_trigger.t.http_trigger.0.url_intranet}",
      {
        text: "alicloud_fcv3_trigger.t.http_trigger[0].url_intranet",
        address: "alicloud_fcv3_trigger.t",
        path: ["http_trigger", 0, "url_intranet"],
      },
    ],
    ["${var.methods}", { text: "var.methods", address: "var.methods", path: [] }],
    ['${var.m["k"].x}', { text: "var.m.k.x", address: "var.m", path: ["k", "x"] }],
    ['${var.m["a b"]}', { text: 'var.m["a b"]', address: "var.m", path: ["a b"] }],
    ["${local.a.b}", { text: "local.a.b", address: "local.a", path: ["b"] }],
    ["${each.value.id}", { text: "each.value.id", address: "each.value", path: ["id"] }],
    ["${count.index}", { text: "count.index", address: "count.index", path: [] }],
    ["${self.id}", { text: "self.id", address: "self", path: ["id"] }],
    ["${path.module}", { text: "path.module", address: "path.module", path: [] }],
    [
      "${module.door[0].url}",
      { text: "module.door[0].url", address: "module.door", path: [0, "url"] },
    ],
    [
      "${data.alicloud_account.me.id}",
      { text: "data.alicloud_account.me.id", address: "data.alicloud_account.me", path: ["id"] },
    ],
    [
      "${data.terraform_remote_state.cross-stack-reference-input-api.outputs.cross-stack-output-x}",
      {
        text: "data.terraform_remote_state.cross-stack-reference-input-api.outputs.cross-stack-output-x",
        address: "data.terraform_remote_state.cross-stack-reference-input-api",
        path: ["outputs", "cross-stack-output-x"],
      },
    ],
    ['${x.y["k"].id}', { text: 'x.y["k"].id', address: "x.y", path: ["k", "id"] }],
    ["${x.y[0].id}", { text: "x.y[0].id", address: "x.y", path: [0, "id"] }],
    ["${x.y[*].id}", { text: "x.y[*].id", address: "x.y", path: ["*", "id"] }],
    ["${x.y.*.id}", { text: "x.y[*].id", address: "x.y", path: ["*", "id"] }],
    ["${resource.x.y.id}", { text: "x.y.id", address: "x.y", path: ["id"] }],
    ["${x.y[var.i]}", { text: "x.y", address: "x.y", path: [] }],
  ])("is read from %j", (text, reference) => {
    expect(references(text)[0]).toEqual(reference);
  });
});

describe("all references of a text", () => {
  test.each([
    ["no template at all", []],
    ["$${var.a}", []],
    ["${var.a}-${var.b}-${var.a}", ["var.a", "var.b"]],
    ["%{ if var.a }${var.b}%{ else }${var.c}%{ endif }", ["var.a", "var.b", "var.c"]],
    ["%{ for x in var.a }${x}${var.b}%{ endfor }", ["var.a", "var.b"]],
    ["${var.map[var.k].z}", ["var.map", "var.k"]],
    ['${jsonencode({ a = var.a, (var.b) = "${var.c}" })}', ["var.a", "var.b", "var.c"]],
    ["${unknown_function(var.a)}", ["var.a"]],
    ['${file("${path.module}/key.pem")}', ["path.module"]],
    ["${var.a == 1 && !var.b ? -var.c : var.d}", ["var.a", "var.b", "var.c", "var.d"]],
    ["${[for k, v in var.a : k => v]}", []],
    ["${{ for k, v in var.a : k => v.x if var.b }}", ["var.a", "var.b"]],
    ["${[for var in var.a : var.x]}", ["var.a"]],
    ["${[for x in [for y in var.a : y.b] : x.c[var.d]]}", ["var.a", "var.d"]],
    ["${try(var.a, var.b)}", ["var.a", "var.b"]],
    ["${x.y[*].z[var.i].w}", ["x.y[*].z", "var.i"]],
  ])("%j", (text, names) => {
    expect(references(text).map((reference) => reference.text)).toEqual(names);
    expect(references(parseTemplate(text)).map((reference) => reference.text)).toEqual(names);
  });
});

describe("a scope is asked", () => {
  test.each([
    ["${x.y.z[0].w}", ["x.y.z[0].w"]],
    ["${x.y[each.key].z}", ["each.key", 'x.y["a"].z']],
    ["${var.m[each.key].z}", ["each.key", "var.m.a.z"]],
    ["${x.y[*].z}", ["x.y[*].z"]],
    ["${local.l[*].z}", ["local.l", "local.l[0].z", "local.l[1].z"]],
    ["${[for k, i in x.all : i.url]}", ["x.all", 'x.all["k"].url']],
  ])("for the longest part of %j that needs no evaluation", (text, asked) => {
    const scope = scopeOf({
      "each.key": "a",
      "local.l": [{ z: 1 }, { z: 2 }],
      "x.all": { k: {} },
    });
    evaluate(text, scope);
    expect(scope.asked).toEqual(asked);
  });
});
