import { TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";

/** The provider `hashicorp/time`: what schema/time.json has of it. */
const METADATA = { providerName: "time", providerVersionConstraint: ">= 0.9.0, < 1.0.0" };
const TYPE = "time";

/**
 * The configuration of `hashicorp/time`, which is empty. It is not written where the user's own is
 * in the stack: Terraform takes one. It has no alias: a `time_sleep` that is no longer in the
 * configuration is destroyed by its provider, which then has to be there without one.
 */
export class TimeProvider extends TerraformProvider {
  /**
   * @param scope the stack
   * @param id unique in it
   */
  public constructor(scope: Construct, id: string) {
    super(scope, id, {
      terraformResourceType: TYPE,
      terraformGeneratorMetadata: METADATA,
      terraformProviderSource: "hashicorp/time",
    });
  }

  /** What is written as JSON. */
  public override toTerraform(): unknown {
    return this.isTheOnlyOne ? super.toTerraform() : {};
  }

  /** What is written as HCL. */
  public override toHclTerraform(): unknown {
    return this.isTheOnlyOne ? super.toHclTerraform() : {};
  }

  private get isTheOnlyOne(): boolean {
    const isOther = (construct: IConstruct): boolean =>
      construct !== this &&
      TerraformProvider.isTerraformProvider(construct) &&
      construct.terraformResourceType === TYPE &&
      construct.alias === undefined;
    return !TerraformStack.of(this).node.findAll().some(isOther);
  }
}

/** The arguments of `time_sleep`. */
export interface TimeSleepConfig {
  /** How long its creation takes: `30s`. */
  readonly createDuration: string;
  /** Values with which it is made anew. */
  readonly triggers: { readonly [key: string]: string };
}

/** `time_sleep`: a resource that takes some time to be made. */
export class TimeSleep extends TerraformResource {
  /**
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param config its arguments
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly config: TimeSleepConfig,
  ) {
    super(scope, id, {
      terraformResourceType: "time_sleep",
      terraformGeneratorMetadata: METADATA,
    });
  }

  protected override synthesizeAttributes() {
    return { create_duration: this.config.createDuration, triggers: this.config.triggers };
  }

  protected override synthesizeHclAttributes() {
    const { createDuration, triggers } = this.config;
    return {
      create_duration: {
        value: createDuration,
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      triggers: { value: triggers, isBlock: false, type: "map", storageClassType: "stringMap" },
    };
  }
}
