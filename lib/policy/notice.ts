/** Something to mend in a policy file or an acknowledgement. */
export interface Notice {
  readonly level: "warning";
  readonly message: string;
  /** The policy file and the line in it, or the construct path of the acknowledgement. */
  readonly source: string;
}
