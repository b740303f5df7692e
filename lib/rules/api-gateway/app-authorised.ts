import {
  type AppAttachmentNode,
  type GatewayApiNode,
  type Value,
  coversStages,
  groupBy,
  sameLink,
} from "../../graph";
import { openNumber } from "../repeats";
import type { Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";
import { listed, onStages } from "./stages";

const attribute = "auth_type";
const message = "no app may call this API";

/** An app can be attached on these only, so who may call on a custom stage is said elsewhere. */
const APP_STAGES = ["PRE", "RELEASE", "TEST"];

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
      yield* verdicts(api, [...graph.gateway.appsOf(api), ...perhaps]);
    }
  },
};

function* verdicts(
  api: GatewayApiNode,
  attachments: readonly AppAttachmentNode[],
): Iterable<Verdict> {
  const { authType, resource } = api;
  const { missing, needs } = onStages(api, (stage) =>
    stage.text !== undefined && !APP_STAGES.includes(stage.text)
      ? []
      : appDoubts(api, stage, attachments),
  );
  if (missing.length === 0 && needs.length === 0) return;
  if (missing.length === 0 || authType.isUnknown) {
    yield undecided(resource, { attribute, message }, [authType, ...needs]);
    return;
  }
  const stages = listed(missing);
  yield violated(resource, {
    attribute,
    message,
    got: `"${authType.text}", and no app attached on ${stages}`,
    expected: "an app attached on each stage to which the API is published",
    fix: `attach an app on ${stages} with alicloud_api_gateway_app_attachment; where apps are authorised elsewhere, acknowledge it`,
    values: [authType, api.stages],
  });
}

/** What has to be known to tell whether an app may call on a stage: nothing where one may; undefined where none surely may. */
function appDoubts(
  api: GatewayApiNode,
  stage: Value,
  attachments: readonly AppAttachmentNode[],
): readonly string[] | undefined {
  const found = attachments.flatMap((attachment): (readonly string[])[] => {
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
  if (found.length === 0) return undefined;
  return found.find((doubts) => doubts.length === 0) ?? found.flat();
}

/** A written id may be that of an API whose own nobody knows yet. */
function neededFor(id: Value, address: string): readonly string[] {
  return id.needs.length > 0 ? id.needs : [`which API ${address} names`];
}
