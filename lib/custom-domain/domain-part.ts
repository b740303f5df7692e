import type { ConstructProps } from "../synth/construct-props";
import type { Trace } from "../synth";

/** What the resources beside a custom domain take from it: provider, order, and where it was made. */
export interface DomainPart extends ConstructProps {
  /** Where the user made the domain. */
  readonly trace: Trace;
}
