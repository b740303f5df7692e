import type { Blueprint } from "./blueprint";
import type { BlueprintDefaults } from "./blueprint-defaults";
import type { Bound } from "./bound";
import type { Naming } from "./naming";

/** What a blueprint demands of the rules: a policy that comes before the project's own. */
export interface BlueprintPolicy {
  /**
   * Packs that it begins with: `recommended`, `strict`, npm packages that the projects have installed.
   *
   * @default - none
   */
  readonly extends?: string[];
  /**
   * By rule id: a level (`error`, `warning`, `note`, `off`), or an object with `level` and the rule's
   * options, as in a policy file.
   *
   * @default - the levels of the catalogue
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii knows no other name for text or an object
  readonly rules?: { [ruleId: string]: any };
  /**
   * Rules that a project may neither lower nor waive, nor acknowledge in code.
   *
   * @default - none
   */
  readonly locked?: string[];
  /**
   * Whether a project may waive rules, in its policy file and in code.
   *
   * @default true
   */
  readonly waivers?: boolean;
}

/** Props of a `Blueprint`. */
export interface BlueprintProps {
  /** Its name in messages: that of its package. */
  readonly name: string;
  /** Its version in messages: that of its package. */
  readonly version: string;
  /**
   * The versions of fc-frontdoor that it is made for, as npm writes a range: `>=0.1.0 <0.3.0`, `^0.1.0`.
   *
   * @default - every version
   */
  readonly library?: string;
  /**
   * Blueprints that hold with it. All bounds, tags and names add up; of defaults its own come first,
   * then those of the last one in this list.
   *
   * @default - none
   */
  readonly includes?: Blueprint[];
  /**
   * What the constructs get where an app does not say it.
   *
   * @default - none
   */
  readonly defaults?: BlueprintDefaults;
  /**
   * What an app may make of props.
   *
   * @default - whatever it likes
   */
  readonly bounds?: Bound[];
  /**
   * Keys of tags that every resource that takes tags has.
   *
   * @default - none
   */
  readonly requiredTags?: string[];
  /**
   * How names look.
   *
   * @default - as the service takes them
   */
  readonly naming?: Naming[];
  /**
   * What it demands of the rules.
   *
   * @default - nothing
   */
  readonly policy?: BlueprintPolicy;
}
