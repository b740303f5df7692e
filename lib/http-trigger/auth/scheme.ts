import type { PropProblem } from "../../props";
import type { Credentials } from "./credentials";

/** One way to tell who calls: what `HttpAuth` is made of. */
export interface Scheme {
  /** `authType`. */
  readonly authType: string;
  /** What is wrong with what the user gave, found when a construct takes it. */
  problems(at: string): readonly PropProblem[];
  /** `authConfig`; undefined where the type has none. Only for what is right. */
  config(): unknown;
  /** What a caller sends. Only for what is right. */
  credentials(): Credentials;
}
