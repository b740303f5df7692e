import type { AliasNode, Value } from "../../graph";
import { sameQualifier } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";

const attribute = "additional_version_weight";
const MAIN = "an alias' additional versions are others than its main version";
const WEIGHT = "a version's weight is its share of the calls";

/** An alias gives part of its calls to other versions than its own. */
export const aliasWeight: Rule = {
  id: "function/alias-weight",
  level: "error",
  title: "an alias' additional versions do not name its main version and weigh from 0 to 1",
  *evaluate(graph) {
    for (const alias of graph.aliases) {
      const weights = alias.additionalVersionWeight;
      if (weights.isUnknown && weights.pairs.length === 0) {
        yield undecided(alias.resource, { attribute, message: MAIN }, [weights]);
        continue;
      }
      for (const [version, weight] of weights.pairs) {
        yield* main(alias, version);
        yield* share(alias, version, weight);
      }
    }
  },
};

function* main({ resource, versionId }: AliasNode, version: Value): Iterable<Verdict> {
  if (versionId.isNull) return;
  const same = sameQualifier(versionId, version);
  if (same === "unknown") {
    yield undecided(resource, { attribute, message: MAIN }, [versionId, version]);
  }
  if (same !== "yes") return;
  yield violated(resource, {
    attribute,
    message: MAIN,
    got: `${show(version)}, which is the main version too`,
    expected: "other versions than version_id",
    fix: "remove it: the main version gets the calls that the others leave",
    values: [versionId, version],
  });
}

function* share({ resource }: AliasNode, version: Value, weight: Value): Iterable<Verdict> {
  const { number } = weight;
  if (weight.isUnknown) {
    yield undecided(resource, { attribute, message: WEIGHT }, [weight]);
  } else if (number === undefined || number < 0 || number > 1) {
    yield violated(resource, {
      attribute,
      message: WEIGHT,
      got: `${show(weight)} for ${show(version)}`,
      expected: "a number from 0 to 1",
      fix:
        number !== undefined && number > 1 && number <= 100 && !weight.isSensitive
          ? `write ${number / 100} for ${number} %`
          : "write a share of the calls, such as 0.1",
      values: [weight],
    });
  }
}
