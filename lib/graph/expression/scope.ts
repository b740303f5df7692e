import type { Reference, Value } from "../value";

/** Where the names of an expression get their values from. */
export interface Scope {
  /**
   * What a reference is worth.
   *
   * It is asked with the longest part of a traversal that needs no evaluation:
   * `alicloud_fcv3_trigger.t.http_trigger[0].url_intranet`. Dynamic indexes and splats are taken
   * apart before: `x.y[each.key].z` asks for `x.y["a"].z` once the key is known, `x.y.list[*].z`
   * asks for `x.y.list` and then for `x.y.list[0].z` and so on. Only a splat of a whole resource
   * or module, `x.y[*].z`, is asked for as such, with `"*"` first in the path; how many instances
   * there are is the scope's to know.
   *
   * What is not there is null. What the scope cannot follow is unknown, with a symbol that tells
   * apart what has the same text and a different meaning (`each.value` of two resources).
   */
  resolve(reference: Reference): Value;
}
