import { Token } from "cdktf";
import { BUILT_IN_STAGES } from "../facts/gateway-stages";

/**
 * A stage to which APIs are published. Callers name one that is not RELEASE with the header
 * `X-Ca-Stage`.
 *
 * Source: DeployApi, `StageName`; the provider's pages on alicloud_api_gateway_api and
 * alicloud_api_gateway_stage_model.
 */
export class GatewayStage {
  /** What callers reach who name no stage. */
  public static readonly RELEASE = new GatewayStage("RELEASE");
  /** For a last look before the release. */
  public static readonly PRE = new GatewayStage("PRE");
  /** For tests. */
  public static readonly TEST = new GatewayStage("TEST");

  /**
   * A stage of your own, which the stack makes once: `alicloud_api_gateway_stage_model`. It belongs
   * to the account: a second stack names it by `existing`, and of two descriptions the first is
   * written. It takes plugins of whole groups only, and no apps: the provider attaches neither a
   * plugin of one API nor an app on it.
   *
   * @param stageName 2 to 10 capital letters and digits, none of the three above
   * @param description what it is for, at most 200 characters; default: none
   */
  public static custom(stageName: string, description?: string): GatewayStage {
    return new GatewayStage(stageName, { description });
  }

  /**
   * A stage of your own that exists already in the account.
   *
   * @param stageName its name
   */
  public static existing(stageName: string): GatewayStage {
    return new GatewayStage(stageName);
  }

  private constructor(
    /** Its name. */
    public readonly stageName: string,
    private readonly model?: { readonly description?: string },
  ) {}

  /** Whether it surely is none of the three that every gateway has. @internal */
  public get _isCustom(): boolean {
    return !Token.isUnresolved(this.stageName) && !BUILT_IN_STAGES.includes(this.stageName);
  }

  /** What the stack has to make for it. @internal */
  public get _model(): { readonly description?: string } | undefined {
    return this.model;
  }
}
