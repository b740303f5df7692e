import fc from "fast-check";
import {
  type Condition,
  type Version,
  admits,
  compareVersions,
  oldestAdmitted,
  parseConstraint,
} from "../../lib/facts/version-constraint";

const version = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3));
const operator = fc.constantFrom("=", "!=", ">", ">=", "<", "<=", "~>");
const condition = fc.tuple(operator, version, fc.constantFrom(1, 2, 3));

const write = ([op, numbers, count]: [string, Version, number]): string =>
  `${op} ${numbers.slice(0, count).join(".")}`;

const read = (text: string): readonly Condition[] => parseConstraint(text) ?? [];

/** A little beyond every number that a condition above can name. */
const ALL: readonly Version[] = [0, 1, 2, 3, 4].flatMap((major) =>
  [0, 1, 2, 3, 4].flatMap((minor) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map((patch) => [major, minor, patch] as const),
  ),
);

describe("version constraint", () => {
  test.each([
    [">= 1.2, < 2", "1.2.0", ["1.2.0", "1.9.9"], ["1.1.9", "2.0.0"]],
    ["~> 1.2", "1.2.0", ["1.2.0", "1.300.0"], ["2.0.0", "1.1.0"]],
    ["~> 1.2.3", "1.2.3", ["1.2.3", "1.2.99"], ["1.3.0", "1.2.2"]],
    ["~>1", "1.0.0", ["1.0.0", "1.9.0"], ["2.0.0"]],
    ["1.289.0", "1.289.0", ["1.289.0"], ["1.289.1"]],
    ["= 1.289", "1.289.0", ["1.289.0"], ["1.290.0"]],
    ["!= 0.0.0", "0.0.1", ["1.0.0"], ["0.0.0"]],
    ["> 1.2.3", "1.2.4", ["1.2.4"], ["1.2.3"]],
    [">=1.2,!=1.2.0,!=1.2.1", "1.2.2", ["1.2.2"], ["1.2.1"]],
    ["", "0.0.0", ["0.0.0", "9.9.9"], []],
    [" >= 1.249.0-beta.1 ", "1.249.0", ["1.249.0"], ["1.248.9"]],
    ["> 1.249.0-beta.1", "1.249.0", ["1.249.0"], ["1.248.9"]],
    ["<= 1.249.0-rc1, >= 1.248.0", "1.248.0", ["1.248.9"], ["1.249.0"]],
    ["!= 1.249.0-rc1", "0.0.0", ["1.249.0"], []],
    ["1.2.3+build5", "1.2.3", ["1.2.3"], []],
  ])("%p admits %s first", (text, oldest, inside, outside) => {
    const constraint = read(text);
    expect(oldestAdmitted(constraint)?.join(".")).toBe(oldest);
    for (const one of inside) expect(admits(constraint, read(one)[0].version)).toBe(true);
    for (const one of outside) expect(admits(constraint, read(one)[0].version)).toBe(false);
  });

  test.each([
    "latest",
    ">= 1.2 < 2",
    "1.2.x",
    ">= 1.2,",
    "=> 1.2",
    "^1.2.0",
    "1.2.3.4",
    "-1",
    "1..2",
  ])("%p is none that Terraform reads", (text) => expect(parseConstraint(text)).toBeUndefined());

  test.each(["> 1.2, < 1.2", "= 1.0.0, = 2.0.0", "= 1.0.0, != 1.0.0", "~> 1.2.3, >= 1.3"])(
    "%p admits none",
    (text) => expect(oldestAdmitted(read(text))).toBeUndefined(),
  );

  test("the oldest that it admits is the oldest of all that it admits", () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 4 }), (conditions) => {
        const constraint = read(conditions.map(write).join(", "));
        const oldest = ALL.find((candidate) => admits(constraint, candidate));
        const answer = oldestAdmitted(constraint);
        if (answer) expect(admits(constraint, answer)).toBe(true);
        expect(answer && ALL.find((one) => compareVersions(one, answer) === 0)).toEqual(oldest);
      }),
    );
  });

  test("any text is read or refused, without a crash", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseConstraint(text)));
  });
});
