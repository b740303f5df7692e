import { BlueprintTarget } from "../blueprints/blueprint-target";
import { type Given, type TargetSpec, given, stated } from "../blueprints/target-spec";
import type { IHttpTrigger } from "../http-trigger/http-trigger-ref";
import { seenTrigger } from "../http-trigger/seen-trigger";
import { apiGatewayFrontedCheck } from "./api-gateway-fronted-checks";
import type { ApiRouteProps } from "./route";
import { apisOf } from "./route/apis";

const TRIGGER = "alicloud_fcv3_trigger:trigger_config";
const API = "alicloud_api_gateway_api";

/** A gateway in front of a function, as blueprints see it. */
export const apiGatewayFrontedTarget: TargetSpec = {
  target: BlueprintTarget.API_GATEWAY_FRONTED,
  key: "apiGatewayFronted",
  main: mainOf,
  check: (construct) => apiGatewayFrontedCheck(construct),
  props: {
    target: stated("whole", []),
    trigger: stated("whole", []),
    auth: given("text", [`${TRIGGER}.authType`, `${TRIGGER}.authConfig`], {
      usual: authType,
      fits: ({ trigger }) => trigger === undefined,
    }),
    routes: stated("whole", []),
    backendSignature: stated("whole", []),
    protect: given("texts", []),
    plugins: given("texts", []),
    stages: given("texts", `${API}:stage_names`, { usual: "RELEASE" }),
    backend: given("whole", [
      `${API}:service_type`,
      `${API}:fc_service_config`,
      `${API}:http_service_config`,
      `${API}:mock_service_config`,
    ]),
    group: given("whole", "alicloud_api_gateway_group:", {
      fits: ({ existingGroup }) => existingGroup === undefined,
    }),
    existingGroup: stated("whole", []),
    domain: stated("whole", []),
  },
};

/** The group; the first API where the group is there already. */
function mainOf({ existingGroup, routes }: Given): string {
  if (existingGroup === undefined) return "Group/Default";
  const [first] = apisOf(routes as ApiRouteProps[]);
  return `${first.id}/Default`;
}

function authType({ trigger }: Given): readonly string[] | undefined {
  return [
    trigger === undefined ? "function" : seenTrigger(trigger as IHttpTrigger).authType,
  ].filter((type) => type !== undefined);
}
