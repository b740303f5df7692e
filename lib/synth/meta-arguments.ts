import type { ITerraformDependable, TerraformProvider } from "cdktf";
import type { ConstructProps } from "./construct-props";

/**
 * What every resource of a construct takes from the construct's props. cdktf's classes are
 * nominal: a provider of the user's own bindings, or of another copy of cdktf, is none of ours.
 */
export function metaArguments(props: ConstructProps): {
  readonly provider?: TerraformProvider;
  readonly dependsOn?: ITerraformDependable[];
} {
  const { provider, dependsOn } = props;
  return {
    provider: provider as TerraformProvider | undefined,
    // An empty list would be written as one.
    dependsOn: dependsOn?.length ? dependsOn : undefined,
  };
}
