import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { ApiGatewayApiConfig } from "../../alicloud/api-gateway-api";
import type { IQualifiedFunction } from "../../function/function-ref";
import type { IHttpTrigger } from "../../http-trigger/http-trigger-ref";
import type { Check } from "../../props";
import type { Part } from "../../synth";
import type { Duration } from "../duration";
import type { MockResponse } from "../route/mock-response";

/** What a backend calls. */
export interface BackendPlace extends Part {
  /** The trigger whose intranet URL it calls. */
  readonly trigger: IHttpTrigger;
  /** What the trigger calls. */
  readonly target: IQualifiedFunction;
  /** How the trigger tells who calls; undefined where that is not known. */
  readonly authType: string | undefined;
}

/** What an API says of its backend. */
export interface ForwardedApi {
  /** The path that the function sees. */
  readonly backendPath: string;
  /** The method that the function sees. */
  readonly backendMethod: string;
  /** How long the gateway waits; undefined for the backend's own time. */
  readonly timeout: Duration | undefined;
  /** The gateway's own answer, where the function is not called. */
  readonly mock: MockResponse | undefined;
}

/** The arguments of an API that say where it forwards to. */
export type ServiceConfig = Pick<
  ApiGatewayApiConfig,
  "serviceType" | "fcServiceConfig" | "httpServiceConfig" | "mockServiceConfig"
>;

/** What an API forwards to a backend. */
export interface ForwardedCall {
  /** The path that the function sees. */
  readonly path: string;
  /** The method that the function sees, or `ANY`. */
  readonly method: string;
  /** How long the gateway waits, in milliseconds. */
  readonly timeout: number;
}

/** A backend whose parts are made. */
export interface Bound<Api> {
  /** What an API of it has. */
  service(api: Api): ServiceConfig;
  /** What has to be there before an API is. */
  readonly after: readonly ITerraformDependable[];
}

/** The same, for what the gateway answers by itself too. */
export type BoundBackend = Bound<ForwardedApi>;

/** A way to call a function. */
export interface BackendSource {
  /** What is wrong with the props. */
  readonly check: Check;
  /** Makes what it needs. Only for what is right. */
  bind(scope: Construct, place: BackendPlace): Bound<ForwardedCall>;
}
