import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatedBindings } from "../../scripts/generated-bindings.mjs";
import { at } from "../../scripts/paths.mjs";
import { inTurns, milliseconds, ratio, runNode } from "../measure.mjs";

const program = at("bench/programs/gateway.cjs");
const KINDS = ["bare", "light", "fronted"];

/** Functions behind API Gateway with every rule, against the same resources as bare bindings without any. */
export async function* measure() {
  await generatedBindings();
  requireSame();
  const time = (kind, count, routes) => () =>
    runNode(program, [kind, count, routes].map(String)).milliseconds;

  const best = inTurns(Object.fromEntries(KINDS.map((kind) => [kind, time(kind, 1_000, 2)])), 5);
  yield {
    what: "synth of 1000 functions behind a gateway, with rules : bare",
    value: `${ratio(best.fronted / best.bare)}  (${milliseconds(best.fronted)} : ${milliseconds(best.bare)})`,
    target: "≤ 1.2×",
  };
  yield {
    what: "  the same : bare bindings of this package",
    value: `${ratio(best.fronted / best.light)}  (${milliseconds(best.fronted)} : ${milliseconds(best.light)})`,
  };
  const many = inTurns({ fronted: time("fronted", 4_000, 2) }, 1).fronted;
  yield {
    what: "synth of 4000 functions behind a gateway : 1000, for each",
    value: `${ratio(many / 4 / best.fronted)}  (${milliseconds(many)})`,
    target: "≤ 1.2×",
  };
  const routes = inTurns(
    { few: time("fronted", 20, 10), many: time("fronted", 20, 100), bare: time("bare", 20, 100) },
    5,
  );
  yield {
    what: "synth of 20 gateways with 100 routes : with 10, for each route",
    value: `${ratio(routes.many / 10 / routes.few)}  (${milliseconds(routes.many)} : ${milliseconds(routes.few)})`,
    target: "≤ 1.0×",
  };
  yield {
    what: "synth of 20 gateways with 100 routes, with rules : bare",
    value: `${ratio(routes.many / routes.bare)}  (${milliseconds(routes.many)} : ${milliseconds(routes.bare)})`,
  };
}

/** What is compared has to be the same. */
function requireSame() {
  const folder = mkdtempSync(join(tmpdir(), "bench-gateway-"));
  try {
    const [first, ...others] = KINDS.map((kind) => {
      const file = join(folder, `${kind}.json`);
      runNode(program, [kind, "3", "2", file]);
      return readFileSync(file, "utf8");
    });
    if (others.some((other) => other !== first)) {
      throw new Error("the kinds of gateway have not the same resources");
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
