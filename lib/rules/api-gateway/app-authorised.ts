import { BUILT_IN_STAGES } from "../../facts/gateway-stages";
import {
  type AppAttachmentNode,
  type GatewayApiNode,
  type Value,
  coversStages,
  groupBy,
  sameLink,
} from "../../graph";
import { openNumber } from "../repeats";
import type { Rule } from "../rule";
import { askedOnStages } from "./stages";

const MESSAGE = "no app may call this API";

/** The gateway turns away an app that nobody attached to the API. */
export const appAuthorised: Rule = {
  id: "api-gateway/app-authorised",
  level: "warning",
  title: "an `APP` API has an app attached on each stage to which it is published",
  *evaluate(graph) {
    const loose = graph.appAttachments.filter(({ apiLink }) => !apiLink.target);
    const byGroup = groupBy(loose, ({ groupLink }) => groupLink.key);
    for (const api of graph.gatewayApis) {
      const { authType, groupKey } = api;
      if (!authType.text?.startsWith("APP") && !authType.isUnknown) continue;
      const near = [groupKey, undefined].flatMap((key) => byGroup.get(key) ?? []);
      const perhaps = groupKey === undefined ? loose : near;
      const attachments = [...graph.gateway.appsOf(api), ...perhaps];
      // On another stage apps are attached by something else, which is not seen here.
      const appsOn = (stage: Value) =>
        stage.text !== undefined && !BUILT_IN_STAGES.includes(stage.text)
          ? [[]]
          : appDoubts(api, stage, attachments);
      yield* askedOnStages(api, MESSAGE, appsOn, (stages) => ({
        got: `"${authType.text}", and no app attached on ${stages}`,
        expected: "an app attached on each stage to which the API is published",
        fix: `attach an app on ${stages} with alicloud_api_gateway_app_attachment; where apps are authorised elsewhere, acknowledge it`,
      }));
    }
  },
};

/** For each app that may call on a stage, what has to be known to tell: nothing where it surely may. */
function appDoubts(
  api: GatewayApiNode,
  stage: Value,
  attachments: readonly AppAttachmentNode[],
): readonly (readonly string[])[] {
  return attachments.flatMap((attachment): (readonly string[])[] => {
    const { apiId, apiLink, groupLink, resource } = attachment;
    const sameApi = sameLink(apiLink, api.link);
    if (sameApi === "no") return [];
    if (sameApi === "unknown" && sameLink(groupLink, api.groupLink) === "no") return [];
    const covers = coversStages(api, attachment, stage);
    const sameStage = covers ? "yes" : attachment.stage.same(stage);
    if (sameStage === "no") return [];
    const many = resource.multiplicity?.key === api.resource.multiplicity?.key || covers;
    return [
      [
        ...(sameApi === "yes" ? [] : neededFor(apiId, resource.address)),
        ...(sameStage === "yes" ? [] : [...attachment.stage.needs, ...stage.needs]),
        ...(many ? [] : openNumber(resource)),
      ],
    ];
  });
}

/** A written id may be that of an API whose own nobody knows yet. */
function neededFor(id: Value, address: string): readonly string[] {
  return id.needs.length > 0 ? id.needs : [`which API ${address} names`];
}
