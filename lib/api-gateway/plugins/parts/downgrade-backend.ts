import { address } from "../../../facts/plugins/backend";
import { type Check, type PropProblem, given, issues, object, required } from "../../../props";
import { stated } from "../checks/plugin-props";
import { type PluginBackend, pluginCall, pluginMock } from "./plugin-backend";
import type { PluginCall, PluginMock } from "./plugin-call";

/** What answers while a circuit breaker is open. Source: "Circuit breaker plug-ins". */
export class DowngradeBackend {
  /**
   * An address.
   *
   * @param address the address with its scheme: `https://sorry.example.com`
   * @param options path and method
   */
  public static http(address: string, options: PluginCall = {}): DowngradeBackend {
    return new DowngradeBackend("HTTP", HTTP, { ...options, address });
  }

  /**
   * The gateway itself.
   *
   * @param answer status code and body
   */
  public static mock(answer: PluginMock = {}): DowngradeBackend {
    return new DowngradeBackend("mock", MOCK, { ...answer });
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
    return stated({ type: this.type, ...given(this.props) });
  }
}

const HTTP = object({ ...pluginCall, address: required(issues(address)) });
const MOCK = object(pluginMock);
