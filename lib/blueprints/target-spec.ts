import type { IConstruct } from "constructs";
import type { Check } from "../props";
import type { BlueprintDefaults } from "./blueprint-defaults";
import type { BlueprintTarget } from "./blueprint-target";

/** Props of a construct by name. */
export type Given = Readonly<Record<string, unknown>>;

/** What a prop is, for bounds: `whole` is compared as a whole, `texts` is a list of which each item counts. */
export type PropKind = "number" | "bool" | "text" | "texts" | "tags" | "whole";

/** One prop of a construct, as blueprints see it. */
export interface PropSpec {
  readonly kind: PropKind;
  /** The Terraform attributes that it becomes; `type:attribute` where they are another resource's, with no attribute for all of it. */
  readonly attributes: readonly string[];
  /** Whether a blueprint may give it a default. */
  readonly isDefault: boolean;
  /** What holds where nobody gives it, as text; undefined where the service decides. */
  readonly usual?: (props: Given) => readonly string[] | undefined;
  /** Whether a default fits beside what an app states. */
  readonly fits?: (stated: Given) => boolean;
}

/** One of the constructs that blueprints know. */
export interface TargetSpec {
  readonly target: BlueprintTarget;
  /** Its member of `BlueprintDefaults`. */
  readonly key: keyof BlueprintDefaults;
  /** The path from the construct to the resource that its notes are written beside. */
  readonly main: (props: Given) => string;
  /** Every prop but those that all constructs take. */
  readonly props: Readonly<Record<string, PropSpec>>;
  /** What is wrong with its props. */
  readonly check: (construct: IConstruct, props: never) => Check;
}

interface More {
  readonly attributes?: readonly string[];
  readonly usual?: string | PropSpec["usual"];
  readonly fits?: PropSpec["fits"];
}

/** A prop that a blueprint may give a default. */
export function given(
  kind: PropKind,
  attribute: string | readonly string[],
  more: More = {},
): PropSpec {
  return { ...stated(kind, attribute, more), isDefault: true };
}

/** A prop that only an app states. */
export function stated(
  kind: PropKind,
  attribute: string | readonly string[],
  more: More = {},
): PropSpec {
  const { usual, fits } = more;
  return {
    kind,
    attributes: typeof attribute === "string" ? [attribute] : attribute,
    isDefault: false,
    usual: typeof usual === "string" ? () => [usual] : usual,
    fits,
  };
}
