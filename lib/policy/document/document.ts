import { isRecord } from "../../facts/issue";
import type { Level } from "../../rules";
import { LEVELS } from "../../rules/level";
import type { Waiver } from "../policy";

/** A level, or `off`: the rule is not run. */
export type Setting = Level | "off";

/** A level with what the rule is told beside it. */
export interface Settings {
  /** Default: the level that it has without this. */
  readonly level?: Setting;
  /** The rule's options. */
  readonly [option: string]: unknown;
}

/** What stands in a policy file, or in a pack: what policy.schema.json lets through. */
export interface PolicyDocument {
  /** What it begins with, later ones over earlier ones: `recommended`, `strict`, packages, files. */
  readonly extends?: readonly string[];
  /** By the rule's id. */
  readonly rules?: Readonly<Record<string, Setting | Settings>>;
  /** Rules that only this document lowers or waives, not what extends it. */
  readonly locked?: readonly string[];
  readonly waivers?: readonly Omit<Waiver, "line" | "pack">[];
}

const SETTINGS: readonly unknown[] = [...LEVELS, "off"] satisfies Setting[];

/** What of a document has its right shape, so that the rest of it can be judged beside what is wrong. */
export function sane(content: unknown): PolicyDocument {
  if (!isRecord(content)) return {};
  const { extends: packs, rules, locked, waivers } = content;
  return {
    extends: texts(packs),
    rules: Object.fromEntries(
      Object.entries(isRecord(rules) ? rules : {}).map(([id, setting]) => [
        id,
        saneSetting(setting),
      ]),
    ),
    locked: texts(locked),
    waivers: (Array.isArray(waivers) ? (waivers as readonly unknown[]) : []).map((waiver) =>
      isRecord(waiver) && typeof waiver.rule === "string"
        ? (waiver as unknown as Waiver)
        : NO_WAIVER,
    ),
  };
}

function saneSetting(setting: unknown): Setting | Settings {
  if (!isRecord(setting)) return isSetting(setting) ? setting : {};
  const { level, ...options } = setting;
  return isSetting(level) ? { ...options, level } : options;
}

function isSetting(value: unknown): value is Setting {
  return SETTINGS.includes(value);
}

/** Keeps the place in the list of one that is not of its shape. */
export const NO_WAIVER: Waiver = { rule: "", reason: "" };

function texts(value: unknown): readonly string[] {
  const isText = (item: unknown): item is string => typeof item === "string";
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isText) : [];
}
