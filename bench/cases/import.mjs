import { at } from "../../scripts/paths.mjs";
import { inTurns, milliseconds, runNode } from "../measure.mjs";

/** What importing the package costs beyond cdktf, which its user imports anyway. */
export function* measure() {
  const best = inTurns(
    {
      import: () => runNode(at("bench/programs/import.cjs"), ["cdktf", "fc-frontdoor"])[1],
    },
    11,
  );
  yield {
    what: "import of fc-frontdoor, beyond cdktf's own",
    value: milliseconds(best.import),
    target: "≤ 10 ms",
  };
}
