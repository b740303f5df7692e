/** Terraform JSON configuration syntax, as far as the graph reads it. */

/** Any JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A document of Terraform JSON configuration: what cdktf writes as `cdk.tf.json`. */
export interface TerraformJson {
  /** Comments; cdktf keeps its metadata here. */
  readonly "//"?: JsonObject;
  readonly terraform?: JsonObject | readonly JsonObject[];
  readonly provider?: JsonObject;
  readonly variable?: JsonObject;
  readonly locals?: JsonObject;
  readonly output?: JsonObject;
  /** By type, then by name. */
  readonly resource?: JsonObject;
  /** By type, then by name. */
  readonly data?: JsonObject;
  readonly module?: JsonObject;
}

/** Whether it is a JSON object. */
export function isObject(json: unknown): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** A block that may be written once, as an object or in a list: all of them. */
export function blocks(json: Json | undefined): readonly JsonObject[] {
  if (Array.isArray(json)) return json.filter(isObject);
  return isObject(json) ? [json] : [];
}
