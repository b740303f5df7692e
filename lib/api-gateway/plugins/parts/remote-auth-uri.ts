import { vpcAccessName } from "../../../facts/plugins/backend";
import { authAddress } from "../../../facts/plugins/remote-auth";
import { type Check, type PropProblem, given, issues, object, required } from "../../../props";
import { stated } from "../checks/plugin-props";
import { type PluginBackend, pluginTimedCall } from "./plugin-backend";
import type { PluginTimedCall } from "./plugin-call";

/** The service that is asked whether a caller may go on. Source: "Third-party authentication plug-in". */
export class RemoteAuthUri {
  /**
   * At an address.
   *
   * @param address the address with its scheme and port: `https://auth.example.com:8443`
   * @param options path, method and time, at most 10 seconds
   */
  public static http(address: string, options: PluginTimedCall = {}): RemoteAuthUri {
    return new RemoteAuthUri("HTTP", HTTP, { ...options, address });
  }

  /**
   * In a VPC, by a VPC access (`alicloud_api_gateway_vpc_access`).
   *
   * @param vpcAccessName the name of the VPC access
   * @param options path, method and time, at most 10 seconds
   */
  public static vpc(vpcAccessName: string, options: PluginTimedCall = {}): RemoteAuthUri {
    return new RemoteAuthUri("HTTP-VPC", VPC, { ...options, vpcAccessName });
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

  /** `authUriType` @internal */
  public get _type(): string {
    return this.type;
  }

  /** `authUri` @internal */
  public get _data(): unknown {
    const { timeout, ...rest } = given(this.props);
    return stated({ ...rest, timeout: timeout?.toMilliseconds() });
  }
}

const HTTP = object({ ...pluginTimedCall, address: required(issues(authAddress)) });
const VPC = object({ ...pluginTimedCall, vpcAccessName: required(issues(vpcAccessName)) });
