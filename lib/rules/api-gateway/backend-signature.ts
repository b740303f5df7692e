import { type GatewayApiNode, type GatewayFront, type PluginAt, Value, groupBy } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { undecided, violated } from "../verdict";
import { related } from "./fronts";
import { listed, stageText, stagesOf } from "./stages";

const attribute = "stage_names";
const message = "a gateway API in front of an HTTP trigger signs what it forwards, on every stage";

const expected =
  "a backendSignature plugin on each stage to which the API is published, attached to the API or to its group";

/** Of so many plugins that may be attached it is said what has to be known: there may be thousands. */
const MOST_NEEDS = 10;

/** Inside the region everybody can reach the intranet URL: the signature tells who comes from the gateway. */
export const backendSignature: Rule = {
  id: "api-gateway/backend-signature",
  level: "error",
  title:
    "every gateway API in front of a trigger has a Backend Signature plugin on every stage to which it is published",
  locked: true,
  *evaluate(graph) {
    const fronts = graph.gatewayApis.filter((api) => api.fronts.length > 0);
    const blocks = groupBy(fronts, ({ resource }) => `${resource.stack}/${resource.address}`);
    for (const [, apis] of blocks) {
      const short = tooFew(apis);
      if (short) yield short;
      const [, ...others] = apis;
      for (const api of short ? others : apis) yield* verdicts(api);
    }
  },
};

/**
 * Of an attachment to one of several APIs of a block a plan does not always tell which one it is
 * for. With fewer attachments than APIs there is one that has none.
 */
function tooFew(apis: readonly GatewayApiNode[]): Verdict | undefined {
  const [first] = apis;
  if (apis.length < 2 || first.stageNames.open.length > 0) return undefined;
  for (const stage of first.stageNames.known.map((name) => Value.of(name))) {
    const open = apis.filter(
      (api) =>
        api.stageNames.known.includes(stage.text ?? "") &&
        frontOn(api, stage)?.doubts.length === 0 &&
        signatureNeeds(api, stage)?.length !== 0,
    );
    const plugins = new Map(
      open.flatMap((api) => mayBeSignatures(api, stage)).map((at) => [at.attachment, at]),
    );
    if (plugins.size === 0 || plugins.size >= open.length) continue;
    const isForOne = ({ attachment }: PluginAt): boolean =>
      attachment.level === "api" && !attachment.resource.multiplicity;
    if (![...plugins.values()].every(isForOne)) continue;
    return violated(first.resource, {
      attribute,
      message,
      got: `${plugins.size} backendSignature ${plugins.size === 1 ? "plugin" : "plugins"} on ${stage.text} for ${open.length} APIs of this block`,
      expected,
      fix: `attach one to each API on ${stage.text}, or one to the group`,
      related: related(first.fronts[0]),
      values: [first.stages],
    });
  }
  return undefined;
}

function* verdicts(api: GatewayApiNode): Iterable<Verdict> {
  const unsigned: string[] = [];
  const needs: string[] = [];
  for (const stage of stagesOf(api)) {
    const lead = frontOn(api, stage);
    if (!lead) continue;
    const doubts = signatureNeeds(api, stage);
    if (doubts?.length === 0) continue;
    if (doubts) needs.push(...doubts);
    // Of a list that is not known there may be nothing in it.
    else if (stage === api.stages) needs.push(...stage.needs);
    else if (lead.doubts.length === 0) unsigned.push(stageText(stage));
    needs.push(...lead.doubts);
  }
  const front = api.fronts[0];
  if (unsigned.length > 0) {
    const stages = listed(unsigned);
    yield violated(api.resource, {
      attribute,
      message,
      got: `no backendSignature plugin on ${stages}`,
      expected,
      fix: `attach one on ${stages}, to the API or to its group`,
      related: related(front),
      values: [api.stages],
    });
  } else if (needs.length > 0) {
    yield undecided(api.resource, { attribute, message, related: related(front) }, needs);
  }
}

/** Whether a trigger is behind the API on a stage, and what has to be known to tell. */
function frontOn(api: GatewayApiNode, stage: Value): { doubts: readonly string[] } | undefined {
  const leads = api.fronts
    .map((front) => ({ front, same: front.stage?.same(stage) ?? "yes" }))
    .filter(({ same }) => same !== "no");
  if (leads.length === 0) return undefined;
  const sure = leads.find(({ front, same }) => same === "yes" && front.certain === "yes");
  if (sure) return { doubts: [] };
  return { doubts: leads.flatMap(({ front }) => needsOf(front, stage)) };
}

function needsOf({ needs, stage, url }: GatewayFront, on: Value): readonly string[] {
  const all = [...needs, ...(stage?.needs ?? []), ...on.needs];
  return all.length > 0 ? all : url.needs;
}

/** What has to be known to tell whether a stage is signed: nothing where it is; undefined where it surely is not. */
function signatureNeeds(api: GatewayApiNode, stage: Value): readonly string[] | undefined {
  const plugins = mayBeSignatures(api, stage);
  if (plugins.length === 0) return undefined;
  if (plugins.some(({ type, certain }) => !type.isUnknown && certain === "yes")) return [];
  return plugins.slice(0, MOST_NEEDS).flatMap(({ type, doubts }) => [...doubts, ...type.needs]);
}

function mayBeSignatures(api: GatewayApiNode, stage: Value): readonly PluginAt[] {
  return api
    .pluginsOn(stage)
    .filter(({ type }) => type.isUnknown || type.text === "backendSignature");
}
