/**
 * What travels with a resource in its `"//"`: where it was written, and what its author declared
 * about it. Written at synth, read by every reader of the graph.
 */

/** The key inside a resource's `"//"`, beside cdktf's own `metadata`. */
export const METADATA_KEY = "fc-frontdoor";

/** A place in the user's own source. */
export interface SourceLocation {
  /** With forward slashes: in a `"//"` relative to the project's folder, in a graph to the working folder. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column?: number;
}

/** A finding that its author accepts, with the reason. */
export interface Acknowledgement {
  /** The rule's id, such as `http-trigger/anonymous-public`. */
  readonly rule: string;
  /** Why it is right here. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner?: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
  /** The construct path on which it was declared. */
  readonly path?: string;
}

/**
 * What was seen at synth of a certificate whose text is not in the configuration: nothing that its
 * visitors do not see.
 */
export interface SeenCertificate {
  /** When it begins, `2026-01-01T00:00:00Z`. */
  readonly begins: string;
  /** When it ends. */
  readonly ends: string;
  /** What spoke against its chain on the day of the synthesis. */
  readonly doubt?: { readonly got: string; readonly expected: string; readonly fix: string };
}

/** A prop of a construct that a blueprint's default gave. */
export interface SetByBlueprint {
  /** Of a tag `tags.team`. */
  readonly prop: string;
  /** The blueprint: `acme-blueprint 2.1.0`. */
  readonly owner: string;
  /** What it became of this resource; empty text for all of it. */
  readonly attributes: readonly string[];
}

/** A bound of a blueprint that a construct breaks, or may break. */
export interface BrokenBound {
  readonly prop: string;
  /** What the prop becomes of the construct's main resource; the prop where it becomes nothing of it. */
  readonly attribute: string;
  /** What stands there; empty where it may be broken. */
  readonly got: string;
  /** What is allowed, with who says so. */
  readonly expected: string;
  /** What to do; empty where it may be broken. */
  readonly fix: string;
  /** The blueprint: `acme-blueprint 2.1.0`. */
  readonly owner: string;
}

/** What blueprints have to do with a resource. */
export interface BlueprintNote {
  /** What their defaults gave. */
  readonly set?: readonly SetByBlueprint[];
  /** Their bounds that are broken. */
  readonly broken?: readonly BrokenBound[];
  /** Their bounds on values that are known only when Terraform runs. */
  readonly unsure?: readonly BrokenBound[];
  /** A construct makes it that takes no tags for it. */
  readonly untagged?: boolean;
}

/** How names look, by a blueprint. */
export interface BlueprintNaming {
  /** Of which construct: `WebFunction`. */
  readonly target: string;
  /** A regular expression. */
  readonly pattern: string;
}

/** A blueprint that holds in a stack, or in a part of it. */
export interface AppliedBlueprint {
  readonly name: string;
  readonly version: string;
  /** The path of the construct that it was applied to; empty for the App. */
  readonly scope: string;
  /** It holds for what is in the scope, not for all of the stack. Default: false. */
  readonly subtree?: boolean;
  /** Keys of tags that resources have. */
  readonly requiredTags?: readonly string[];
  readonly naming?: readonly BlueprintNaming[];
  /** What it says of the rules, as a policy file has it; `waivers` is false where there are to be none. */
  readonly policy?: { readonly waivers?: boolean; readonly [key: string]: unknown };
  /** What it gives by default: `HttpTrigger.auth`. */
  readonly defaults?: readonly string[];
  /** Its bounds: `WebFunction.timeoutSeconds: at most 300`. */
  readonly bounds?: readonly string[];
}

/** What a resource's `"//"` holds for us. */
export interface ResourceMetadata {
  /** The first line of the user's own code that led to the resource. */
  readonly location?: SourceLocation;
  /** Protocols that clients speak to this trigger: `HTTP`, `WebSocket`, `gRPC`, `SSE`. */
  readonly protocols?: readonly string[];
  /** CORS preflight requests are answered by the function's own code. */
  readonly corsInCode?: boolean;
  /** The number of the ICP filing of the domain. */
  readonly icpFiling?: string;
  /** What an OpenAPI document says of an API and the gateway has no place for: `cookie: session`. */
  readonly notMapped?: readonly string[];
  /** The certificate of the domain, read from a file. */
  readonly certificate?: SeenCertificate;
  /** What blueprints have to do with it. */
  readonly blueprint?: BlueprintNote;
  /** Of a whole configuration: the blueprints that hold in it, those that hold over the others last. */
  readonly blueprints?: readonly AppliedBlueprint[];
  /** Findings accepted in code for this resource. */
  readonly acknowledged?: readonly Acknowledgement[];
}
