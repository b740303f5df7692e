import { rmSync } from "node:fs";
import { TerraformStack, Token, ref } from "cdktf";
import * as fc from "fast-check";
import { ApiGatewayFronted, GatewayStage } from "../../lib";
import { AlicloudProvider } from "../../lib/alicloud/provider";
import { FrontDoorError } from "../../lib/synth";
import { Project } from "../support/app";
import { type FrontSpec, fronts, propsOf } from "./random/front";

beforeAll(() => {
  jest.useFakeTimers({ now: new Date("2026-11-22T12:00:00Z") });
});
afterAll(() => {
  jest.useRealTimers();
});

const SECRET = "LTAI5tVerySecretKey";

/** By name, what somebody may give in place of what is right. */
const WRONG: Readonly<Record<string, () => unknown>> = {
  null: () => null,
  undefined: () => undefined,
  zero: () => 0,
  negative: () => -1,
  fraction: () => 1.5,
  NaN: () => NaN,
  empty: () => "",
  blank: () => " ",
  text: () => "x",
  secret: () => SECRET,
  "too long": () => "x".repeat(60_000),
  true: () => true,
  list: () => [],
  "list of null": () => [null],
  "list of lists": () => [[]],
  object: () => ({}),
  "other object": () => ({ constructor: 1, toString: null }),
  "object of no prototype": () => Object.create(null),
  function: () => () => 1,
  symbol: () => Symbol("s"),
  bigint: () => 10n,
  date: () => new Date(0),
  map: () => new Map([["a", 1]]),
  stage: () => GatewayStage.PRE,
  circle: () => {
    const circle: Record<string, unknown> = {};
    circle.circle = circle;
    return circle;
  },
  "token of text": () => Token.asString(ref("var.x")),
  "token of a number": () => Token.asNumber(ref("var.x")),
  "token of a list": () => Token.asList(ref("var.x")),
  token: () => ref("var.x"),
  // On a list, or an object.
  again: () => undefined,
  hole: () => undefined,
  "unknown member": () => undefined,
};

/** A place in the props, which can be changed. */
interface Place {
  /** As an error names it: `routes[0].path`. */
  readonly at: string;
  readonly owner: Record<string | number, unknown>;
  readonly key: string | number;
}

/** The members of our own classes in which they keep what they were given. */
const KEPT = ["props", "apps"];

/** All places in a value: also in what plugins and the like were given. */
function placesIn(value: unknown, at: string): readonly Place[] {
  if (Token.isUnresolved(value) || typeof value !== "object" || value === null) return [];
  const owner = value as Record<string | number, unknown>;
  if (Array.isArray(value)) {
    return value.flatMap((item, key) => [
      { at: `${at}[${key}]`, owner, key },
      ...placesIn(item, `${at}[${key}]`),
    ]);
  }
  const { name } = (Object.getPrototypeOf(value)?.constructor ?? Object) as { name: string };
  // What is a construct is somebody else's.
  if ("node" in value) return [];
  if (name !== "Object") {
    return KEPT.filter((key) => Object.hasOwn(value, key)).flatMap((key) =>
      placesIn(owner[key], key === "props" ? at : `${at}.${key}`),
    );
  }
  return Object.keys(value).flatMap((key) => {
    const place = at === "" ? key : `${at}.${key}`;
    return [{ at: place, owner, key }, ...placesIn(owner[key], place)];
  });
}

function spoil({ owner, key }: Place, how: string): boolean {
  const value = owner[key];
  switch (how) {
    case "again":
      if (!Array.isArray(value) || value.length === 0) return false;
      value.push(value[0]);
      return true;
    case "hole":
      if (!Array.isArray(value) || value.length === 0) return false;
      delete value[0];
      return true;
    case "unknown member":
      if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
      (value as Record<string, unknown>).unknwn = 1;
      return true;
    default:
      owner[key] = WRONG[how]();
      return true;
  }
}

/** What is thrown by a front with one wrong prop, and which it was; undefined where it is right after all. */
function thrown(spec: FrontSpec, changes: readonly (readonly [number, string])[]) {
  const project = new Project();
  const app = project.app();
  const stack = new TerraformStack(app, spec.stack);
  new AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou", accountId: "1234567890123456" });
  // What is changed is changed in its place: the spec has to stay as it is.
  const props = propsOf(stack, structuredClone(spec));
  const changed: string[] = [];
  for (const [where, how] of changes) {
    const places = placesIn(props, "");
    const place = places[where % places.length];
    if (spoil(place, how)) changed.push(`${place.at} ${how}`);
  }
  let made = false;
  try {
    new ApiGatewayFronted(stack, spec.id, props);
    made = true;
    app.synth();
    return { changed, made, error: undefined };
  } catch (error) {
    return { changed, made, error };
  } finally {
    rmSync(project.folder, { recursive: true });
  }
}

const change = fc.tuple(fc.nat(10_000), fc.constantFrom(...Object.keys(WRONG)));

/** What an error names: `routes[0].path`. */
const namesIn = (message: string): readonly string[] =>
  message.split("\n").flatMap((line) => /^ {2}(?! )(?!at {8})(\S+)$/.exec(line)?.[1] ?? []);

/** Whether an error tells of a prop: by its name, by one that it is part of, or beside another one. */
function tells(message: string, changed: string): boolean {
  const [at] = changed.split(" ");
  const [prop] = at.split(/[.[]/);
  return (
    namesIn(message).some((name) => name.startsWith(at) || at.startsWith(name)) ||
    new RegExp(`\\b${prop}\\b`).test(message)
  );
}

/** Holds what is thrown of wrong props to what a person can do something with. */
function hold({ changed, made, error }: ReturnType<typeof thrown>): void {
  if (error === undefined) return;
  if (!(error instanceof FrontDoorError)) throw error;
  const { message, stack } = error;
  expect(message).not.toMatch(/node_modules|TfToken|\bat .*\/lib\/|\[object/);
  expect(stack).toBe(`FrontDoorError: ${message}`);
  const secrets = changed.filter((one) => /(key|secret|password) secret$/i.test(one));
  if (secrets.length > 0) expect(message).not.toContain(SECRET);
  // What the rules find is told by their own tests.
  if (!made)
    expect({ changed, tells: changed.some((one) => tells(message, one)), message }).toMatchObject({
      tells: true,
    });
}

test("a wrong prop ends in an error that names it, or in none", () => {
  fc.assert(
    fc.property(fronts, change, (spec, one) => hold(thrown(spec, [one]))),
    { numRuns: 60 },
  );
});

test("wrong props of two kinds are in one error", () => {
  fc.assert(
    fc.property(
      fronts,
      fc.constantFrom("routes", "protect", "plugins", "stages", "backendSignature", "backend"),
      fc.constantFrom("routes", "group", "domain", "auth", "trigger", "existingGroup"),
      fc.constantFrom("text", "zero", "true"),
      (spec, one, other, how) => {
        const project = new Project();
        const stack = new TerraformStack(project.app(), spec.stack);
        const props = { ...propsOf(stack, spec), [one]: WRONG[how](), [other]: WRONG[how]() };
        let message = "";
        try {
          new ApiGatewayFronted(stack, spec.id, props as never);
        } catch (error) {
          expect(error).toBeInstanceOf(FrontDoorError);
          ({ message } = error as Error);
        } finally {
          rmSync(project.folder, { recursive: true });
        }
        expect(namesIn(message)).toEqual(expect.arrayContaining([one, other]));
      },
    ),
    { numRuns: 40 },
  );
});
