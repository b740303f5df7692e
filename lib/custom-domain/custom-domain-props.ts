import type { ConstructProps } from "../synth/construct-props";
import type { DomainRoute } from "./domain-route";
import type { CustomDomainDefaults } from "./custom-domain-defaults";

/** Props of a `CustomDomain`. */
export interface CustomDomainProps extends ConstructProps, CustomDomainDefaults {
  /**
   * The name: `api.example.com`, or `*.example.com` for every name with one part before it. At most
   * 256 of letters, digits, `-` and dots, at most 63 between two dots. Another name replaces the domain.
   */
  readonly domainName: string;
  /** Where its requests go: at least one route, each with a path of its own. */
  readonly routes: DomainRoute[];
}
