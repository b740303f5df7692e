import { folderWith } from "../support/folder";
import { runIn } from "./run";

const folder = folderWith({});

describe("the command line", () => {
  test("without a command shows the help on standard error and fails", () => {
    const { status, out, err } = runIn(folder, []);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^ {2}check {7}check Terraform JSON, cdktf.out or a plan$/m);
  });

  test.each([["--help"], ["-h"], ["help"]])("%s shows the commands", (word) => {
    const { status, out, err } = runIn(folder, [word]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Usage: fc-frontdoor COMMAND \[options\]$/m);
  });

  test.each(["check", "rules", "init", "verify"])("%s has a help of its own", (command) => {
    const { status, out } = runIn(folder, [command, "--help"]);
    expect(status).toBe(0);
    expect(out).toContain(`Usage: fc-frontdoor ${command}`);
    expect(runIn(folder, ["help", command]).out).toBe(out);
    expect(runIn(folder, [command, "-h"]).out).toBe(out);
  });

  test.each([["--version"], ["check", "--version"]])("%s says the version", (...argv) => {
    const { version } = jest.requireActual<{ version: string }>("../../package.json");
    expect(runIn(folder, argv)).toEqual({ status: 0, out: `${version}\n`, err: "" });
  });

  test.each([
    [["chekc"], 'there is no command "chekc"; write check'],
    [["x"], 'there is no command "x"; write one of check, rules, blueprints, init, verify'],
    [
      ["toString"],
      'there is no command "toString"; write one of check, rules, blueprints, init, verify',
    ],
    [["--hlep"], "there is no option --hlep; write --help"],
    [["check", "--fromat", "json"], "there is no option --fromat; write --format"],
    [["check", "--__proto__"], "there is no option --__proto__; see fc-frontdoor --help"],
    [["check", "--format"], "--format has no value; write --format FORMAT"],
    [["check", "--format="], "--format has no value; write --format FORMAT"],
    [["check", "--format", "jsno"], '--format is "jsno"; write json'],
    [["check", "--quiet=yes"], "--quiet takes no value; write --quiet"],
    [["check", "--fail-on", "fatal"], '--fail-on is "fatal"; write one of error, warning, note'],
    [["check", "--date=a", "--date=b"], "--date is given twice; give it once with one value"],
    [["check", "--quiet", "--quiet"], "--quiet is given twice; give it once"],
    [
      ["check", "--date", "2026-02-30"],
      '--date is "2026-02-30"; write a day that the calendar has',
    ],
    [["check", "--out", "sarfi=x"], '--out has the format "sarfi"; write sarif'],
    [["check", "--out", "sarif"], "--out sarif names no file; write --out sarif=FILE"],
    [["rules", "a", "b"], "rules takes one id, not b too; give one"],
    [
      ["rules", "http-trigger/method"],
      "there is no rule http-trigger/method; write http-trigger/methods",
    ],
    [["rules", "x"], "there is no rule x; see fc-frontdoor rules for their names"],
    [["init", "here"], "init takes no path, but got here; run it in the folder"],
    [["verify"], "verify takes one report; write fc-frontdoor verify REPORT"],
  ])("%j is refused in one line", (argv, message) => {
    expect(runIn(folder, argv)).toEqual({ status: 2, out: "", err: `fc-frontdoor: ${message}\n` });
  });

  test("what stands behind -- is a path", () => {
    const { err } = runIn(folder, ["check", "--", "--format"]);
    expect(err).toMatch(/^fc-frontdoor: --format: /);
  });

  test("an error of its own is one line, with the way to report it", () => {
    const argv = { [Symbol.iterator]: () => ({ next: () => fail() }) };
    const fail = (): never => {
      throw new Error("boom");
    };
    expect(runIn(folder, argv as never)).toEqual({
      status: 2,
      out: "",
      err: "fc-frontdoor: an error of fc-frontdoor itself: boom; please report it, with what FC_FRONTDOOR_DEBUG=1 shows\n",
    });
  });
});
