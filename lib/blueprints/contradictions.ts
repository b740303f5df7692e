import type { PropProblem } from "../props";
import type { BlueprintTarget } from "./blueprint-target";
import { type HeldBound, expectedBy, judgeBound } from "./judge-bound";
import { type Default, type Part, boundsOf, defaultsOf } from "./part";
import { SPECS } from "./specs";
import type { Given, PropSpec, TargetSpec } from "./target-spec";
import { UNKNOWN } from "./values";

/**
 * Where blueprints that hold together contradict each other, or themselves: a default that breaks a
 * bound, bounds that no value keeps to. Each problem names both owners.
 *
 * @param parts the defaults of those that come first hold over the others
 */
export function contradictions(parts: readonly Part[]): readonly PropProblem[] {
  return SPECS.flatMap((spec) => {
    const bounds = boundsOf(parts, spec.target);
    if (bounds.length === 0) return [];
    const defaults = defaultsOf(parts, spec);
    const props = [...new Set(bounds.map(({ bound }) => bound.prop))];
    return props.flatMap((prop) => {
      const of = bounds.filter(({ bound }) => bound.prop === prop);
      const at = `${spec.key}.${prop}`;
      const apart = together(of);
      if (apart) return [{ at, ...apart }];
      return of.flatMap((held) => brokenBy(defaults, held, spec).map((one) => ({ at, ...one })));
    });
  });
}

type Problem = Omit<PropProblem, "at">;

function brokenBy(
  defaults: ReadonlyMap<string, Default>,
  held: HeldBound,
  { props }: TargetSpec,
): readonly Problem[] {
  const { prop } = held.bound;
  const spec = props[prop];
  // A default that is required may be the app's to give.
  if (held.bound._rule.kind === "required") return [];
  const found = spec.kind === "tags" ? tagsOf(defaults, prop) : defaults.get(prop);
  if (!found) return [];
  const broken = judgeBound(held, spec, { [prop]: found.value });
  if (broken === undefined || broken === UNKNOWN) return [];
  const { got, expected } = broken;
  return [
    {
      got: `${got}, the default of ${found.owner}`,
      expected,
      fix: "change the default or the bound",
    },
  ];
}

function tagsOf(defaults: ReadonlyMap<string, Default>, prop: string): Default | undefined {
  const tags = [...defaults].filter(([name]) => name.startsWith(`${prop}.`));
  if (tags.length === 0) return undefined;
  const owner = [...new Set(tags.map(([, tag]) => tag.owner))].join(" and ");
  const entries = tags.map(([name, { value }]) => [name.slice(prop.length + 1), value]);
  return { value: Object.fromEntries(entries) as Given, owner };
}

/** What a lock holds to: the default of its blueprint, or of one that it includes. */
export function lockedTo(
  parts: readonly Pick<Part, "defaults" | "owner">[],
  spec: TargetSpec,
  prop: string,
): unknown {
  const defaults = defaultsOf(parts, spec);
  return (spec.props[prop].kind === "tags" ? tagsOf(defaults, prop) : defaults.get(prop))?.value;
}

/** Why no value keeps to all bounds of a prop; undefined where one does. */
function together(bounds: readonly HeldBound[]): Problem | undefined {
  const fix = "change one of the bounds";
  const ranges = bounds.filter(({ bound }) => bound._rule.kind === "range");
  const least = extreme(ranges, ({ least = -Infinity }) => least);
  const most = extreme(ranges, ({ most = Infinity }) => -most);
  const from = least?.bound._rule.least ?? -Infinity;
  const to = most?.bound._rule.most ?? Infinity;
  const expected = "bounds that a value can keep to";
  if (least && most && from > to) {
    return {
      got: `at least ${from}, set by ${least.owner}, and at most ${to}, set by ${most.owner}`,
      expected,
      fix,
    };
  }
  const choices = bounds.filter(({ bound }) => bound._rule.kind === "oneOf");
  const left = choices.reduce<readonly string[] | undefined>((values, { bound }) => {
    const own = bound._rule.values ?? [];
    return values ? values.filter((value) => own.includes(value)) : own;
  }, undefined);
  if (left === undefined) return undefined;
  const said = choices.map((held) => expectedBy(held, ANY));
  if (left.length === 0) return { got: said.join(", and "), expected, fix };
  if (ranges.length === 0) return undefined;
  if (left.some((value) => Number(value) >= from && Number(value) <= to)) return undefined;
  const range = [least, most].filter((held, index, all) => held && all.indexOf(held) === index);
  const got = [...said, ...range.map((held) => expectedBy(held!, ANY))].join(", and ");
  return { got, expected, fix };
}

const ANY: Pick<PropSpec, "kind"> = { kind: "text" };

/** The bound of which the number is the greatest; undefined where none has one. */
function extreme(
  ranges: readonly HeldBound[],
  of: (rule: { readonly least?: number; readonly most?: number }) => number,
): HeldBound | undefined {
  const all = ranges.filter(({ bound }) => of(bound._rule) !== -Infinity);
  return all.reduce<HeldBound | undefined>(
    (best, one) => (best && of(best.bound._rule) >= of(one.bound._rule) ? best : one),
    undefined,
  );
}

/** The construct of a target. */
export function specOf(target: BlueprintTarget): TargetSpec | undefined {
  return SPECS.find((spec) => spec.target === target);
}
