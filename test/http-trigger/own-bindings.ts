/**
 * Bindings as `cdktf get` writes them for a user, shortened to what a test needs: the same
 * resources as in lib/alicloud by other classes, which extend the cdktf that the user imports.
 */
import * as cdktf from "cdktf";
import { type Construct } from "constructs";

const terraformGeneratorMetadata = {
  providerName: "alicloud",
  providerVersion: "1.289.0",
  providerVersionConstraint: ">= 1.289.0, < 2.0.0",
};

export interface Fcv3TriggerConfig extends cdktf.TerraformMetaArguments {
  readonly functionName: string;
  readonly qualifier: string;
  readonly triggerConfig?: string;
  readonly triggerName?: string;
  readonly triggerType: string;
}

export class Fcv3Trigger extends cdktf.TerraformResource {
  public static readonly tfResourceType = "alicloud_fcv3_trigger";

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: Fcv3TriggerConfig,
  ) {
    super(scope, id, {
      terraformResourceType: "alicloud_fcv3_trigger",
      terraformGeneratorMetadata,
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach,
    });
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return {
      function_name: cdktf.stringToTerraform(this.config.functionName),
      qualifier: cdktf.stringToTerraform(this.config.qualifier),
      trigger_config: cdktf.stringToTerraform(this.config.triggerConfig),
      trigger_name: cdktf.stringToTerraform(this.config.triggerName),
      trigger_type: cdktf.stringToTerraform(this.config.triggerType),
    };
  }
}

export interface AlicloudProviderConfig {
  readonly region: string;
  readonly alias?: string;
}

export class AlicloudProvider extends cdktf.TerraformProvider {
  public static readonly tfResourceType = "alicloud";
  private readonly region: string;

  public constructor(scope: Construct, id: string, config: AlicloudProviderConfig) {
    super(scope, id, {
      terraformResourceType: "alicloud",
      terraformGeneratorMetadata,
      terraformProviderSource: "aliyun/alicloud",
    });
    this.region = config.region;
    this._alias = config.alias;
  }

  private _alias?: string;
  public get alias(): string | undefined {
    return this._alias;
  }
  public set alias(value: string | undefined) {
    this._alias = value;
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return {
      alias: cdktf.stringToTerraform(this._alias),
      region: cdktf.stringToTerraform(this.region),
    };
  }
}
