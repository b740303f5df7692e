import type { Rule } from "../rules";
import type { PolicyDocument } from "./document/document";

/**
 * What an organisation publishes as an npm package, or keeps in a file: levels, waivers and locks in
 * the form of the policy file, and rules of its own. A module exports it (`module.exports = pack`).
 */
export interface Pack {
  /** Its name in messages: that of the package. */
  readonly name: string;
  /** Its version in messages. */
  readonly version?: string;
  /** What would stand in a policy file. Default: nothing. */
  readonly policy?: PolicyDocument;
  /** Rules of its own, over the same graph as the catalogue's. Default: none. */
  readonly rules?: readonly Rule[];
}
