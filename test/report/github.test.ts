import { expected, shown } from "./support/forms";
import { NASTY, finding, nothing, question, rich } from "./support/reports";

test("the rich report, byte for byte", () => {
  expect(shown("github", rich)).toBe(expected("github"));
});

test("nothing found is a line that counts", () => {
  expect(shown("github", nothing)).toBe(
    "0 errors, 0 warnings, 0 notes, 0 undecided in 1 resource by 1 rule\n",
  );
});

test("errors come first, since GitHub keeps ten annotations of a kind", () => {
  const findings = (["note", "error", "warning"] as const).map((level) => ({ ...finding, level }));
  const report = { ...nothing, findings, undecided: [question] };
  expect(shown("github", report).match(/^::\w+ title=(undecided)?/gm)).toEqual([
    "::error title=",
    "::warning title=",
    "::notice title=",
    "::notice title=undecided",
  ]);
});

test("a property ends at no colon and no comma of a value", () => {
  const location = { file: "a,b:c%\n::error::.ts", line: 1 };
  expect(shown("github", { ...nothing, findings: [{ ...finding, location }] })).toMatch(
    /^::error file=a%2Cb%3Ac%25 %3A%3Aerror%3A%3A\.ts,line=1,title=/,
  );
});

test("a value begins no command of its own", () => {
  const text = shown("github", { ...nothing, findings: [{ ...finding, got: NASTY, fix: NASTY }] });
  expect(text.split("\n")).toHaveLength(3);
  expect(text).toContain("%250A");
});

test("a pack that failed is shown in the line of the policy file that names it", () => {
  const failure = { file: "frontdoor.yaml", line: 1, column: 11, message: "no pack", fix: "mend" };
  expect(shown("github", { ...nothing, failures: [failure] })).toMatch(
    /^::error file=frontdoor\.yaml,line=1,col=11,title=failed::/,
  );
  const thrown = { file: "acme/tags", message: "the rule failed: boom", fix: "mend" };
  expect(shown("github", { ...nothing, failures: [thrown] })).toMatch(/^::error title=failed::/);
});
