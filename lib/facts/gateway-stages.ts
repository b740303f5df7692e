import { descriptionProblem } from "./description";
import type { Problem } from "./problem";

/**
 * The stages that every gateway has, in the order in which messages name them. On others the
 * provider attaches neither a plugin of one API nor an app.
 *
 * Source: the provider's pages on alicloud_api_gateway_plugin_attachment and on
 * alicloud_api_gateway_app_attachment.
 */
export const BUILT_IN_STAGES: readonly string[] = ["PRE", "RELEASE", "TEST"];

const MOST_DESCRIPTION_CHARACTERS = 200;

/**
 * What is wrong with the `description` of a stage or of a plugin: at most 200 characters.
 *
 * Source: the provider's page on alicloud_api_gateway_stage_model; CreatePlugin, `Description`.
 */
export function gatewayPartDescriptionProblem(text: string): Problem | undefined {
  return descriptionProblem(text, MOST_DESCRIPTION_CHARACTERS);
}
