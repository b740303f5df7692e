import type { ConstructProps } from "./construct-props";
import type { Trace } from "./location";

/** What the resources of one construct take from it: provider, order, and where it was made. */
export interface Part extends ConstructProps {
  /** Where the user made the construct. */
  readonly trace: Trace;
}
