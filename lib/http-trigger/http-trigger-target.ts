import { BlueprintTarget } from "../blueprints/blueprint-target";
import { type TargetSpec, given, stated } from "../blueprints/target-spec";
import { httpTriggerCheck } from "./http-trigger-checks";

/** An HTTP trigger, as blueprints see it. */
export const httpTriggerTarget: TargetSpec = {
  target: BlueprintTarget.HTTP_TRIGGER,
  key: "httpTrigger",
  main: () => "Default",
  check: () => httpTriggerCheck,
  props: {
    target: stated("whole", ["function_name", "qualifier"]),
    methods: stated("texts", "trigger_config.methods"),
    auth: given("text", ["trigger_config.authType", "trigger_config.authConfig"], {
      usual: "function",
    }),
    disableInternetUrl: given("bool", "trigger_config.disableURLInternet", { usual: "false" }),
    cors: given("whole", "trigger_config.corsConfig"),
    corsInCode: given("bool", [], { usual: "false" }),
    protocols: given("texts", []),
    description: given("text", "description"),
    triggerName: stated("text", "trigger_name"),
  },
};
