import type { SourceLocation } from "../graph";
import type { Level } from "./rule";

/** What a reader of a report sees of one finding. The JSON format has the same fields. */
export interface Finding extends FindingPlace {
  /** The rule's id. */
  readonly rule: string;
  readonly level: Level;
  /** What is wrong. */
  readonly message: string;
  /** What stands there. */
  readonly got: string;
  /** What is allowed. */
  readonly expected: string;
  /** What to do. */
  readonly fix: string;
}

/** A question that a rule could not decide. */
export interface UndecidedFinding extends FindingPlace {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  /** What has to be known: `var.methods`. */
  readonly needs: readonly string[];
}

/** What has become of a finding or a question: accepted for a reason, or known since the baseline. */
export type Status = "open" | "suppressed" | "baseline";

/** Where a finding is, and what has become of it. */
export interface FindingPlace {
  readonly status: Status;
  /** Why it is accepted, where its status is `suppressed`. */
  readonly suppression?: Suppression;
  /** The address of the resource's block. */
  readonly resource: string;
  /** The key of one instance, where the block has several. */
  readonly instance?: string;
  /** The stack, where the input names it. */
  readonly stack?: string;
  /** The construct's path, where the input has it. */
  readonly path?: string;
  /** The argument. */
  readonly attribute: string;
  /** The blueprint whose default the argument comes from: `acme-blueprint 2.1.0`. */
  readonly setBy?: string;
  /** The file that its resource was read from, where that is known: one of the report's inputs. */
  readonly input?: string;
  /** The line of the user's own code, where the input has it. */
  readonly location?: SourceLocation;
  /** Other resources that take part. */
  readonly related: readonly RelatedFinding[];
  /** The rule's page, relative to the package. */
  readonly help: string;
  /** Stable when lines move: made of rule, stack, path or address, attribute and related addresses. */
  readonly fingerprint: string;
}

/** Another resource that takes part in a finding. */
export interface RelatedFinding {
  readonly resource: string;
  readonly stack?: string;
  /** The construct's path, where the input has it. */
  readonly path?: string;
  readonly message?: string;
  readonly location?: SourceLocation;
}

/** Why a finding is accepted. */
export interface Suppression {
  /** `code` for an acknowledgement in the program, `policy` for a waiver of the policy file. */
  readonly by: "code" | "policy";
  readonly reason: string;
  readonly owner?: string;
  readonly expires?: string;
}
