import { address, vpcAccessName } from "../../../facts/plugins/backend";
import { type Check, type PropProblem, given, issues, object, required } from "../../../props";
import { stated } from "../checks/plugin-props";
import { type PluginBackend, pluginMock, pluginTimedCall } from "./plugin-backend";
import type { PluginMock, PluginTimedCall } from "./plugin-call";

/** Where a routing plugin sends calls. Source: "Routing plug-in". */
export class RoutingBackend {
  /**
   * To an address.
   *
   * @param address the address with its scheme: `https://beta.example.com`
   * @param options path, method and time
   */
  public static http(address: string, options: PluginTimedCall = {}): RoutingBackend {
    return new RoutingBackend("HTTP", HTTP, { ...options, address });
  }

  /**
   * To a backend in a VPC, by a VPC access (`alicloud_api_gateway_vpc_access`).
   *
   * @param vpcAccessName the name of the VPC access
   * @param options path, method and time
   */
  public static vpc(vpcAccessName: string, options: PluginTimedCall = {}): RoutingBackend {
    return new RoutingBackend("HTTP-VPC", VPC, { ...options, vpcAccessName });
  }

  /**
   * Nowhere: the gateway answers by itself.
   *
   * @param answer status code and body
   */
  public static mock(answer: PluginMock = {}): RoutingBackend {
    return new RoutingBackend("MOCK", MOCK, { ...answer });
  }

  private constructor(
    private readonly type: string,
    private readonly check: Check,
    private readonly props: PluginBackend,
  ) {}

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return this.check(this.props, at);
  }

  /** @internal */
  public get _data(): unknown {
    const { timeout, body, ...rest } = given(this.props);
    return stated({
      type: this.type,
      ...rest,
      timeout: timeout?.toMilliseconds(),
      mockBody: body,
    });
  }
}

const HTTP = object({ ...pluginTimedCall, address: required(issues(address)) });
const VPC = object({ ...pluginTimedCall, vpcAccessName: required(issues(vpcAccessName)) });
const MOCK = object(pluginMock);
