import type { PropProblem } from "../../../props";
import type { PluginPlace } from "../gateway-plugin";

/** An AccessKey by reference. */
export interface SignatureKey {
  /** The AccessKey ID. */
  readonly key: string;
  /** The AccessKey secret. */
  readonly secret: string;
}

/** Where the key of a signature comes from. */
export interface SignatureSource {
  /** What is wrong with it. */
  problems(at: string): readonly PropProblem[];
  /** Makes what it is made of. Only for what is right. */
  bind(place: PluginPlace): SignatureKey;
}
