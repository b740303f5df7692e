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
  /** Findings accepted in code for this resource. */
  readonly acknowledged?: readonly Acknowledgement[];
}
