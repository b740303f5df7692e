import type { ApiRouteOptions } from "../api-route-props";
import type { OpenApiPart } from "./part";

/** How the routes of an OpenAPI document are made. */
export interface OpenApiOptions {
  /**
   * The `operationId`s of the operations that become routes.
   *
   * @default - every operation of the document
   */
  readonly operations?: string[];
  /**
   * What every route gets: `auth`, `timeout`, plugins and so on. What the document says of an
   * operation comes before it; its parameters and `notMapped` come beside the document's. The
   * gateway checks the parameters' types and fills in their defaults; with `RequestMode.MAPPING` it
   * lets nothing else through, and with `RequestMode.PASSTHROUGH` it looks at the path alone.
   *
   * @default - nothing
   */
  readonly defaults?: ApiRouteOptions;
  /**
   * What stands before each path, in requests and in what the function sees. Write `""` where the
   * group's base path says it, which the function does not see.
   *
   * @default - the path of the document's first server: `/v1` of `https://api.example.com/v1`
   */
  readonly pathPrefix?: string;
  /**
   * Parts that need no report, because the function, or what protects the front, sees to them.
   *
   * @default - whatever is not mapped is reported, by the rule `api-gateway/open-api`
   */
  readonly handled?: OpenApiPart[];
}
