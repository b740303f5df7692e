import type { TriggerNode } from "../../graph";
import { type CorsPlace, TRIGGER_CORS_KEYS } from "../cors";

/** The CORS configuration of a trigger. */
export function corsPlace({ resource, corsConfig }: TriggerNode): CorsPlace {
  return {
    resource,
    path: ["trigger_config", "corsConfig"],
    value: corsConfig,
    keys: TRIGGER_CORS_KEYS,
  };
}
