import type { FunctionNode } from "../../graph";
import type { Undecided, Verdict } from "../rule";
import { undecided } from "../verdict";

/** The verdicts on a function that is reached over HTTP; undecided where it may be. */
export function* whereBehindHttp(
  node: FunctionNode,
  where: Undecided["detail"],
  verdicts: () => Iterable<Verdict>,
): Iterable<Verdict> {
  const { behindHttpNeeds: needs } = node;
  if (!needs) return;
  if (needs.length === 0) yield* verdicts();
  else yield undecided(node.resource, where, needs);
}
