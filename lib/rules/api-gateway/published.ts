import type { Rule } from "../rule";
import { undecided, violated } from "../verdict";

const attribute = "stage_names";
const message = "an API that is not published takes no calls";

/** The provider publishes an API to the stages in `stage_names`, and to none without them. */
export const published: Rule = {
  id: "api-gateway/published",
  level: "warning",
  title: "a gateway API is published to at least one stage",
  *evaluate(graph) {
    for (const { resource, stages } of graph.gatewayApis) {
      if (stages.isUnknown) {
        yield undecided(resource, { attribute, message }, [stages]);
      } else if (stages.isNull || (stages.kind === "list" && stages.items.length === 0)) {
        yield violated(resource, {
          attribute,
          message,
          got: stages.isNull ? "no stage_names" : "an empty stage_names",
          expected: "at least one stage",
          fix: 'write stage_names = ["RELEASE"]',
          values: [stages],
        });
      }
    }
  },
};
