import { Token } from "cdktf";
import type { Construct } from "constructs";
import { USUAL_MILLISECONDS } from "../../facts/gateway-timeout";
import { functionTimeoutOf } from "../../function/behind";
import type { IQualifiedFunction } from "../../function/function-ref";
import { type PropProblem, given } from "../../props";
import type { FunctionComputeBackendProps, HttpBackendProps } from "./backend-props";
import { functionComputeSource } from "./function-compute";
import { httpSource } from "./http";
import { mockService } from "./mock";
import type { BackendPlace, BackendSource, BoundBackend } from "./source";

/**
 * How a gateway calls the function: always by the trigger's intranet URL. What is wrong with it is
 * said by the construct that takes it.
 *
 * Source: CreateApi, `ServiceConfig`; "Use API Gateway to protect the function".
 */
export class GatewayBackend {
  /**
   * As a function of Function Compute 3.0 with an HTTP trigger: service type `FunctionCompute`.
   *
   * @param props how long it waits, and as which role it calls
   */
  public static functionCompute(props: FunctionComputeBackendProps = {}): GatewayBackend {
    return new GatewayBackend(props, functionComputeSource);
  }

  /**
   * As any HTTP server: service type `HTTP`, without a role, so that the signature plugin alone says
   * who calls. The vendor has it in regions of mainland China alone; that the gateway finds the
   * intranet host by its name is not documented.
   *
   * @param props how long it waits
   */
  public static http(props: HttpBackendProps = {}): GatewayBackend {
    return new GatewayBackend(props, () => httpSource);
  }

  private constructor(
    private readonly props: FunctionComputeBackendProps,
    private readonly sourceOf: (props: FunctionComputeBackendProps) => BackendSource,
  ) {}

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return this.source.check(this.given, at);
  }

  /**
   * Makes what it needs. Only for what is right.
   *
   * @param scope the front's construct
   * @param place provider, order, and what is called
   * @internal
   */
  public _bind(scope: Construct, place: BackendPlace): BoundBackend {
    const { service, after } = this.source.bind(scope, place);
    const usual = this.given.timeout?.toMilliseconds() ?? usualMilliseconds(place.target);
    return {
      service: ({ backendPath: path, backendMethod: method, timeout, mock }) =>
        mock
          ? mockService(mock.body)
          : service({ path, method, timeout: timeout?.toMilliseconds() ?? usual }),
      after,
    };
  }

  private get given(): FunctionComputeBackendProps {
    return given(this.props ?? {});
  }

  private get source(): BackendSource {
    return this.sourceOf(this.given);
  }
}

/** Never less than the function may run, where that is known. */
function usualMilliseconds(target: IQualifiedFunction): number {
  const seconds = functionTimeoutOf(target);
  if (seconds === undefined || Token.isUnresolved(seconds)) return USUAL_MILLISECONDS;
  return Math.max(USUAL_MILLISECONDS, seconds * 1000);
}
