import type { FunctionNode } from "../../graph";
import type { Undecided, Verdict } from "../rule";
import { undecided } from "../verdict";

/** The verdicts on a function that is reached over HTTP; undecided where it may be. */
export function* whereBehindHttp(
  node: FunctionNode,
  where: Undecided["detail"],
  verdicts: () => Iterable<Verdict>,
): Iterable<Verdict> {
  const { behindHttp } = node;
  if (behindHttp === "yes") yield* verdicts();
  if (behindHttp !== "unknown") return;
  const types = node.triggers.map(({ type }) => type).filter((type) => type.isUnknown);
  yield undecided(node.resource, where, types);
}
