import type { Resource, ResourceGraph, Value } from "../graph";

/**
 * How much a finding weighs: `error` is refused by the platform or the provider, or opens the
 * function to callers whom it must not serve; `warning` works and hurts in production; `note` is
 * worth knowing.
 */
export type Level = "error" | "warning" | "note";

/** One rule of the catalogue. One rule, one file, one page in docs/rules. */
export interface Rule {
  /** `group/name`; never changes once released. */
  readonly id: string;
  readonly level: Level;
  /** What it demands, in one sentence of the catalogue. */
  readonly title: string;
  /** Cannot be acknowledged in code, only in the organisation's policy file. */
  readonly locked?: boolean;
  /** It looks at secrets, so that a report shows no line of source beside what it finds. */
  readonly secret?: boolean;
  /** What a policy file may tell it, by name: `http-trigger/count: { most: 100 }`. Default: nothing. */
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** Its page: an address, or a path in its package. Default: `docs/rules/<id>.md` of this package. */
  readonly help?: string;
  /** What other tools call the same matter: `checkov CKV_ALI_1`. Default: none. */
  readonly elsewhere?: readonly string[];
  /** Gives a verdict for each resource that is not right, or about which it cannot tell. */
  evaluate(graph: ResourceGraph, context: RuleContext): Iterable<Verdict>;
}

/** Something that a policy file can tell a rule. */
export interface RuleOption {
  /** `map` is an object whose values are texts. */
  readonly type: "number" | "text" | "texts" | "map";
  /** What it means, with its unit and its default, in one clause. */
  readonly about: string;
}

/** What a policy file tells a rule: only options that it has, each of its type. */
export type RuleSettings = Readonly<Record<string, unknown>>;

/** What a rule may know beside the graph. */
export interface RuleContext {
  /** Today, `YYYY-MM-DD` (UTC). */
  readonly date: string;
  /** What the policy says of its options. Default: nothing. */
  readonly settings?: RuleSettings;
}

/** What a finding says. Lower case, no full stop, in the words of the API. */
export interface Detail {
  /** The argument, with a path into it where that helps: `trigger_config.methods[1]`. */
  readonly attribute: string;
  /** What is wrong, in one clause that holds for every finding of its kind. */
  readonly message: string;
  /** What stands there. Never a secret. */
  readonly got: string;
  /** What is allowed. */
  readonly expected: string;
  /** What to do. */
  readonly fix: string;
  /** Other resources that take part. */
  readonly related?: readonly Related[];
  /** Where it weighs less or more than its rule. */
  readonly level?: Level;
  /** The values that it rests on: a variable's default among them is named in `got`. */
  readonly values?: readonly Value[];
}

/** Another resource that takes part in a finding. */
export interface Related {
  readonly resource: Resource;
  /** Its part in it. */
  readonly message?: string;
}

/** A resource is not right. */
export interface Violated {
  readonly answer: "violated";
  readonly resource: Place;
  readonly detail: Detail;
}

/** It cannot be told whether a resource is right. */
export interface Undecided {
  readonly answer: "undecided";
  readonly resource: Place;
  readonly detail: Omit<Detail, "got" | "fix" | "expected">;
  /** What has to be known: `var.methods`. */
  readonly needs: readonly string[];
}

/** What a verdict is about: a resource, an output, or the configuration of a stack (`terraform`). */
export interface Place {
  readonly address: string;
  readonly stack: string;
  readonly instance?: string;
  readonly constructPath?: string;
  readonly metadata?: Resource["metadata"];
}

/** What a rule says of one resource. Silence means satisfied. */
export type Verdict = Violated | Undecided;
