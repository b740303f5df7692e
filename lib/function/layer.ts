import { TerraformStack, Token } from "cdktf";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import type { IConstruct } from "constructs";
import { type PropProblem, object, optional, required, text, whole } from "../props";
import { FrontDoorError, lazyText } from "../synth";

/** A layer: files that are put under `/opt`, such as a language that a custom image has not. */
export class Layer {
  /**
   * A layer that Function Compute offers in every region, such as `Nodejs20` in version 3, which
   * brings `/opt/nodejs20/bin/node`. Its ARN names the region: that of the function's provider, if
   * none is given.
   *
   * @param name the layer's name: `Nodejs20`
   * @param version the layer's version: 1 or more
   * @param region the region of the function
   */
  public static official(name: string, version: number, region?: string): Layer {
    return new Layer({ name, version, region }, (scope, provider) => {
      const arn = (where: string): string =>
        `acs:fc:${where}:official:layers/${name}/versions/${version}`;
      if (region !== undefined && region !== null) return arn(region);
      // The provider may be made after the function.
      const missing = (): string[] =>
        regionOf(scope, provider) === undefined ? [unknownRegion(name, version)] : [];
      scope.node.addValidation({ validate: missing });
      return lazyText(({ preparing }) => {
        const known = regionOf(scope, provider);
        if (known !== undefined || preparing) return arn(known ?? "");
        throw new FrontDoorError(`${scope.node.path}: ${unknownRegion(name, version)}`);
      });
    });
  }

  /**
   * A layer by its ARN.
   *
   * @param arn the ARN of a layer's version, or a reference to it: `alicloud_fcv3_layer_version.….layer_version_arn`
   */
  public static fromArn(arn: string): Layer {
    return new Layer({ arn }, () => arn);
  }

  private constructor(
    private readonly given: object,
    private readonly arn: (scope: IConstruct, provider?: ITerraformDependable) => string,
  ) {}

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return ("arn" in this.given ? BY_ARN : OFFICIAL)(this.given, at);
  }

  /** @internal */
  public _arn(scope: IConstruct, provider?: ITerraformDependable): string {
    return this.arn(scope, provider);
  }
}

const BY_ARN = object({ arn: required(text()) });

const OFFICIAL = object({
  name: required(text()),
  version: required(whole({ least: 1 })),
  region: optional(text()),
});

const regions = new WeakMap<TerraformStack, string>();

/** The region that the provider configuration of a function names. */
function regionOf(scope: IConstruct, provider?: ITerraformDependable): string | undefined {
  if (provider) return regionFrom(provider);
  const stack = TerraformStack.of(scope);
  const region = regions.get(stack) ?? defaultRegion(stack);
  if (region !== undefined) regions.set(stack, region);
  return region;
}

function unknownRegion(name: string, version: number): string {
  return [
    `the region of the layer ${name} is not known`,
    "  expected  a region in the provider configuration, or with the layer",
    `  fix       write Layer.official(${JSON.stringify(name)}, ${version}, "cn-hangzhou"), with your region`,
  ].join("\n");
}

function defaultRegion(stack: TerraformStack): string | undefined {
  return stack
    .allProviders()
    .filter((it) => it.terraformResourceType === "alicloud" && it.alias === undefined)
    .map(regionFrom)
    .find((region) => region !== undefined);
}

function regionFrom(provider: ITerraformDependable | TerraformProvider): string | undefined {
  const { region } = provider as { region?: unknown };
  if (typeof region !== "string" || region === "") return undefined;
  return Token.isUnresolved(region) ? Token.asString(region) : region;
}
