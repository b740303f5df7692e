import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeRule } from "fc-frontdoor/testing";
import { codeOrigin } from "../src/code-origin";

const functionOf = (code: unknown) => ({
  resource: { alicloud_fcv3_function: { orders: { function_name: "acme-orders", code } } },
});
const inBucket = (name: string) =>
  functionOf({ oss_bucket_name: name, oss_object_name: "orders/1f3a.zip" });

test("an object that the build has made is right", () => {
  const nothing = { findings: [], undecided: [] };
  assert.deepEqual(judgeRule(codeOrigin, inBucket("acme-artifacts")), nothing);
});

test("another bucket is found", () => {
  const [finding, ...others] = judgeRule(codeOrigin, inBucket("from-my-laptop")).findings;
  assert.deepEqual(others, []);
  assert.equal(finding.resource, "alicloud_fcv3_function.orders");
  assert.equal(finding.attribute, "code.oss_bucket_name");
  assert.equal(finding.got, '"from-my-laptop"');
});

test("code that is not in a bucket is found", () => {
  const { findings } = judgeRule(codeOrigin, functionOf({ zip_file: "UEsDBA==" }));
  assert.deepEqual(
    findings.map(({ got }) => got),
    ["code that is not in a bucket"],
  );
});

test("a bucket that is not known is a question", () => {
  const { findings, undecided } = judgeRule(codeOrigin, inBucket("${var.bucket}"));
  assert.deepEqual(findings, []);
  assert.deepEqual(
    undecided.map(({ needs }) => needs),
    [["var.bucket"]],
  );
});

test("a policy may name another bucket", () => {
  const options = { settings: { bucket: "acme-artifacts-eu" } };
  assert.equal(judgeRule(codeOrigin, inBucket("acme-artifacts"), options).findings.length, 1);
  assert.equal(judgeRule(codeOrigin, inBucket("acme-artifacts-eu"), options).findings.length, 0);
});
