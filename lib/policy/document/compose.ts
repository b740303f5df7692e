import { RULES, type Rule, type RuleSettings } from "../../rules";
import { isAtLeast } from "../../rules/level";
import { PolicyError, type PolicyProblem } from "../error";
import { type Policy, type Waiver, levelUnder } from "../policy";
import { unknownRule } from "../rule-id";
import { NO_WAIVER, type Setting } from "./document";
import type { Layer } from "./layer";
import { optionProblems } from "./options";
import type { Step } from "./places";

/**
 * Makes one policy of a policy file and the packs that it extends, one after another: what comes
 * later holds, but for what an earlier pack has locked.
 */
export class Composition {
  private readonly levels = new Map<string, Setting>();
  private readonly settings = new Map<string, RuleSettings>();
  private readonly locked = new Map<string, string>();
  private readonly waivers: Waiver[] = [];
  private readonly rules = new Map<string, Rule>(RULES.map((rule) => [rule.id, rule]));
  private readonly problems: PolicyProblem[] = [];
  private readonly failures: PolicyProblem[] = [];
  private readonly done = new Set<string>();
  private strict = false;
  private unwaivable?: string;

  /** @param load gives what a document extends by that name, seen from its folder */
  public constructor(private readonly load: (name: string, folder: string) => Layer) {}

  /**
   * The policy of a file.
   *
   * @param file undefined where there is none
   * @param before what comes before it; default: nothing
   * @throws PolicyError naming every problem of the file with its place
   */
  public policyOf(file: Layer | undefined, before: readonly Layer[] = []): Policy {
    for (const layer of before) this.add(layer);
    if (file) this.add(file);
    if (this.problems.length > 0) throw new PolicyError(this.problems);
    return {
      file: file?.places.file,
      strict: this.strict,
      levels: this.levels,
      settings: this.settings,
      locked: this.locked,
      unwaivable: this.unwaivable,
      waivers: this.waivers,
      rules: [...this.rules.values()],
      failures: this.failures,
    };
  }

  private add(layer: Layer): void {
    if (this.done.has(layer.id)) return;
    this.done.add(layer.id);
    const { extends: names = [] } = layer.document;
    for (const [index, name] of names.entries()) this.extend(layer, name, index);
    for (const rule of layer.rules) this.addRule(layer, rule);
    for (const [id, setting] of Object.entries(layer.document.rules ?? {})) {
      this.addSetting(layer, id, typeof setting === "string" ? { level: setting } : setting);
    }
    for (const [index, waiver] of (layer.document.waivers ?? []).entries()) {
      this.addWaiver(layer, waiver, index);
    }
    for (const [index, id] of (layer.document.locked ?? []).entries()) this.lock(layer, id, index);
    if (layer.refusesWaivers) this.unwaivable ??= layer.pack;
  }

  private extend(layer: Layer, name: string, index: number): void {
    if (name === "strict") this.strict = true;
    if (name === "strict" || name === "recommended") return;
    try {
      this.add(this.loadFor(layer, name));
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      const { places } = layer;
      const said = error.problems.map(({ file, line, column, message, fix }) => {
        const at = [line, column].filter((part) => part !== undefined).join(":");
        const what = `${at && `${at}: `}${message}`;
        return places.problem(["extends", index], `the pack ${file}: ${what}`, fix);
      });
      this.failures.push(...said);
    }
  }

  /** As seen from the first folder where it is; else what is wrong in the first. */
  private loadFor({ folder, elsewhere = [] }: Layer, name: string): Layer {
    try {
      return this.load(name, folder);
    } catch (error) {
      for (const other of elsewhere) {
        try {
          return this.load(name, other);
        } catch {
          // The first one's is said.
        }
      }
      throw error;
    }
  }

  private addRule({ pack = "", places }: Layer, rule: Rule): void {
    if (this.rules.has(rule.id)) {
      const message = `there is a rule ${rule.id} already`;
      this.failures.push(
        places.problem(["rules"], `${pack}: ${message}`, "give it an id of its own"),
      );
    } else this.rules.set(rule.id, rule);
  }

  private addSetting(layer: Layer, id: string, { level, ...options }: LevelAndOptions): void {
    const path = ["rules", id];
    const rule = this.known(layer, id, path, "key");
    if (!rule) return;
    for (const { option, message, fix } of optionProblems(rule, options)) {
      this.problems.push(layer.places.problem([...path, option], message, fix, "key"));
    }
    if (level !== undefined) {
      const before = levelUnder(rule, { levels: this.levels, strict: this.strict });
      if (!isAtLeast(level, before)) this.refuseLocked(layer, id, path, "lower");
      this.levels.set(id, level);
    }
    if (Object.keys(options).length > 0) {
      this.refuseLocked(layer, id, path, "change the options of");
      this.settings.set(id, { ...this.settings.get(id), ...options });
    }
  }

  private addWaiver(layer: Layer, waiver: Omit<Waiver, "line" | "pack">, index: number): void {
    const path = ["waivers", index];
    if (waiver === NO_WAIVER || !this.known(layer, waiver.rule, [...path, "rule"], "value")) return;
    this.refuseLocked(layer, waiver.rule, path, "waive");
    this.refuseWaiver(layer, waiver.rule, path);
    const { pack, places } = layer;
    const place = pack === undefined ? { line: places.lineOf(path) } : { pack };
    this.waivers.push({ ...waiver, ...place });
  }

  private lock(layer: Layer, id: string, index: number): void {
    const { pack } = layer;
    // Nothing extends the policy file itself.
    if (this.known(layer, id, ["locked", index], "value") && pack !== undefined) {
      this.locked.set(id, this.locked.get(id) ?? pack);
    }
  }

  private refuseLocked(layer: Layer, id: string, path: readonly Step[], what: string): void {
    const pack = this.locked.get(id);
    if (pack === undefined || pack === layer.pack) return;
    const message = `it may not ${what} ${id}, which the pack ${pack} locks`;
    const fix = `remove it, or have it changed in ${pack}`;
    this.problems.push(layer.places.problem(path, message, fix, "key"));
  }

  private refuseWaiver(layer: Layer, id: string, path: readonly Step[]): void {
    const owner = this.unwaivable;
    if (owner === undefined) return;
    const message = `it may not waive ${id}: ${owner} allows no waivers`;
    const fix = `mend what it finds, or have it changed in ${owner}`;
    this.problems.push(layer.places.problem(path, message, fix, "key"));
  }

  private known(
    { places }: Layer,
    id: string,
    path: readonly Step[],
    of: "key" | "value",
  ): Rule | undefined {
    const problem = unknownRule(id, [...this.rules.values()]);
    // It may be of a pack that has not been loaded.
    if (problem && this.failures.length === 0) {
      this.problems.push(places.problem(path, `there is no rule ${id}`, problem.fix, of));
    }
    return this.rules.get(id);
  }
}

interface LevelAndOptions {
  readonly level?: Setting;
  readonly [option: string]: unknown;
}
