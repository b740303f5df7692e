import { Construct, type IConstruct } from "constructs";
import { isInRange, parseRange } from "../facts/version-range";
import { version as ownVersion } from "../facts/own-version";
import { type PropProblem, formatProblem, given } from "../props";
import { guardScope } from "../synth/guard";
import { refuseCall } from "../synth/refuse";
import { Registry } from "../synth/registry";
import { blueprintCheck } from "./blueprint-checks";
import type { BlueprintProps } from "./blueprint-props";
import { contradictions, lockedTo, specOf } from "./contradictions";
import { isWithin, partsAt } from "./holding";
import { type HeldBound, describeBound } from "./judge-bound";
import type { Part } from "./part";
import { SPECS } from "./specs";

/**
 * What an organisation demands of its apps, and gives them: defaults for the constructs, bounds on
 * what an app may make of them, tags and names, and a policy. A platform team publishes it as a
 * package; an app applies it in one line, before it makes its constructs.
 *
 * Defaults never override what an app states. A bound that is broken is a finding that names the
 * blueprint, and so are tags and names. Several blueprints add up: the defaults of the nearest scope
 * come first, and every bound holds.
 *
 * Refuses, all in one error: unknown props, bounds that exclude each other, defaults that break a
 * bound, of its own and of what it includes; `applyTo` also where they contradict blueprints that
 * hold there already.
 */
export class Blueprint {
  /** Its name. */
  public readonly name: string;
  /** Its version. */
  public readonly version: string;

  private readonly library?: string;
  private readonly all: readonly Blueprint[];
  private readonly part: Part;

  /**
   * @param props see BlueprintProps
   * @throws an error that names all that is wrong
   */
  public constructor(props: BlueprintProps) {
    const problems = blueprintCheck(Blueprint)(props, "");
    refuseAll(nameOf(props), problems);
    props = given(props);
    const { name, version, library, includes = [], policy } = props;
    this.name = name;
    this.version = version;
    this.library = library;
    // The last one first, and each once.
    this.all = [...new Set([this, ...[...includes].reverse().flatMap((one) => one.all)])];
    const others = this.all.filter((one) => one !== this).map((one) => one.part);
    const owner = `${name} ${version}`;
    const defaults = { ...props.defaults } as Part["defaults"];
    const mine = [{ defaults, owner }, ...others];
    const bounds = (props.bounds ?? []).map((bound): HeldBound => {
      if (bound._rule.kind !== "locked") return { bound, owner };
      return { bound, owner, to: lockedTo(mine, specOf(bound.target)!, bound.prop) };
    });
    this.part = {
      name,
      version,
      owner,
      defaults,
      bounds,
      requiredTags: [...new Set(props.requiredTags)],
      naming: props.naming ?? [],
      policy,
      shownDefaults: SPECS.flatMap(({ key, target }) =>
        Object.keys(defaults[key] ?? {}).map((prop) => `${target}.${prop}`),
      ),
      shownBounds: bounds.map((held) => {
        const { target, prop } = held.bound;
        return `${target}.${describeBound(held, specOf(target)!.props[prop])}`;
      }),
    };
    const unlocked = bounds.flatMap(({ bound, to }, index) =>
      bound._rule.kind === "locked" && to === undefined ? [noDefault(bound.prop, index)] : [],
    );
    refuseAll(owner, unlocked.length > 0 ? unlocked : contradictions(this._parts));
  }

  /**
   * Has it hold in a scope, for all constructs that are made there from now on, and turns the rules
   * on for every stack in it, also for raw bindings.
   *
   * @param scope an App, a stack, or any construct in one
   * @throws an error where there is a construct of this library in the scope already, where the
   * blueprint, or one that it includes, is made for other versions of this library, and where it
   * contradicts blueprints that hold there
   */
  public applyTo(scope: IConstruct): void {
    if (!Construct.isConstruct(scope)) {
      refuseCall(`${this.part.owner}: applyTo is given no construct`, [
        "  expected  an App, a stack, or a construct in one",
        "  fix       write applyTo(app) or applyTo(this)",
      ]);
    }
    for (const one of this.all) one.requireLibrary();
    const registry = Registry.of(scope);
    const { path } = scope.node;
    this.refuseLate(registry, path);
    const applied = registry.blueprints.get(path) ?? [];
    if (applied.includes(this)) {
      refuseCall(`${this.part.owner}: it holds in ${placeOf(path)} already`, [
        "  fix       apply it once",
      ]);
    }
    const together = new Map([...registry.blueprints, [path, [...applied, this]]]);
    const inner = [...together.keys()].filter((scope) => isWithin(scope, path));
    const problems = inner.flatMap((scope) => contradictions(partsAt(together, scope)));
    const byText = new Map(problems.map((problem) => [formatProblem(problem), problem]));
    refuseAll(this.part.owner, [...byText.values()], ` in ${placeOf(path)}`);
    guardScope(scope);
    registry.blueprints.set(path, [...applied, this]);
    this.make(registry, scope);
  }

  /**
   * Makes constructs that belong to the blueprint. Called once by each `applyTo`, with the construct
   * that it was given, for what it includes first; where that is an App, what is made has to be in a
   * stack that is made here. What is made here gets the defaults, too.
   *
   * @param scope what the blueprint was applied to
   */
  protected onApply(scope: IConstruct): void {
    // None, where a class of its own does not say so.
    void scope;
  }

  /** What it says and what it includes, in the order in which defaults hold. @internal */
  public get _parts(): readonly Part[] {
    return this.all.map(({ part }) => part);
  }

  private make(registry: Registry, scope: IConstruct): void {
    const before = new Set(registry.notes.keys());
    for (const one of [...this.all].reverse()) one.onApply(scope);
    for (const path of registry.notes.keys()) {
      if (!before.has(path)) registry.ofBlueprints.add(path);
    }
  }

  private refuseLate({ notes, ofBlueprints }: Registry, scope: string): void {
    for (const [path, { trace }] of notes) {
      if (!isWithin(path, scope) || ofBlueprints.has(path)) continue;
      const construct = path.replace(/\/Default$/, "");
      const { location } = trace;
      const place = location ? ` at ${location.file}:${location.line}` : "";
      refuseCall(`${this.part.owner}: it comes too late for ${placeOf(scope)}`, [
        `  got       ${construct}, which was made before${place}`,
        "  expected  no construct of this library there yet: it would be without the defaults",
        "  fix       apply the blueprint first",
      ]);
    }
  }

  private requireLibrary(): void {
    const range = this.library === undefined ? undefined : parseRange(this.library);
    if (!range || isInRange(ownVersion(), range)) return;
    refuseCall(`${this.part.owner}: it is made for other versions of fc-frontdoor`, [
      `  got       fc-frontdoor ${ownVersion()}`,
      `  expected  ${this.library}`,
      `  fix       install a version in this range, or a version of ${this.name} for this one`,
    ]);
  }
}

function placeOf(path: string): string {
  return path === "" ? "the app" : path;
}

/** As far as it is known. */
function nameOf(props: unknown): string {
  const { name, version } = (props ?? {}) as Partial<BlueprintProps>;
  return [name, version].filter((text) => typeof text === "string" && text.trim() !== "").join(" ");
}

function noDefault(prop: string, index: number) {
  return {
    at: `bounds[${index}].${prop}`,
    got: `a lock on ${prop}, of which there is no default`,
    expected: "a default, of this blueprint or of one that it includes: an app keeps to it",
    fix: "give it in defaults, or take the bound away",
  };
}

function refuseAll(owner: string, problems: readonly PropProblem[], where = ""): void {
  if (problems.length === 0) return;
  const count = problems.length === 1 ? "one thing is" : `${problems.length} things are`;
  const subject = owner === "" ? "Blueprint" : `Blueprint ${owner}`;
  refuseCall(`${subject}: ${count} wrong${where}`, problems.map(formatProblem));
}
