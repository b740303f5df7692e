import { TerraformStack } from "cdktf";
import { conformance } from "./conformance";

/**
 * Holds every resource that any test of constructs emits against the pinned provider schema: what
 * a test synthesises without a thought for the provider is checked all the same.
 */
const emitted: object[] = [];
let expectsViolations = false;

const toTerraform = TerraformStack.prototype.toTerraform;
TerraformStack.prototype.toTerraform = function (this: TerraformStack): object {
  const json = toTerraform.call(this) as object;
  emitted.push(json);
  return json;
};

/** For a test that emits on purpose what the provider refuses. */
globalThis.emitsWhatTheProviderRefuses = () => {
  expectsViolations = true;
};

afterEach(() => {
  const documents = emitted.splice(0);
  const violations = new Set(documents.flatMap((json) => conformance(json)));
  const expected = expectsViolations;
  expectsViolations = false;
  if (expected) expect([...violations]).not.toEqual([]);
  else expect([...violations]).toEqual([]);
});
