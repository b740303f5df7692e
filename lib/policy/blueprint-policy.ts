/** What a blueprint says of the rules. */
export interface BlueprintPolicySource {
  /** Its name and version, for messages: `acme-blueprint 2.1.0`. */
  readonly owner: string;
  /** As a policy file has it, but for `waivers`. */
  readonly policy: {
    /** Whether projects may waive. Default: true. */
    readonly waivers?: boolean;
    readonly [key: string]: unknown;
  };
}
