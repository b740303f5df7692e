import { Construct } from "constructs";
import { domainNameProblem } from "../facts/domain-name";
import { object, optional, refuseProps, required, text } from "../props";
import type { CustomDomainAttributes, ICustomDomain } from "./custom-domain-ref";
import { protocolCheck } from "./protocol";
import { urlOf } from "./url";

const CHECK = object({
  domainName: required(text(domainNameProblem)),
  protocol: optional(protocolCheck),
});

/** A custom domain that exists already. Makes no resource. */
export class ImportedCustomDomain extends Construct implements ICustomDomain {
  /** Its name, as it was given. */
  public readonly domainName: string;

  public constructor(
    scope: Construct,
    id: string,
    private readonly attributes: CustomDomainAttributes,
  ) {
    super(scope, id);
    refuseProps(this, CHECK(attributes, ""), "CustomDomain.fromCustomDomainAttributes");
    this.domainName = attributes.domainName;
  }

  /** Its URL; throws of a wildcard domain. */
  public get url(): string {
    const { domainName, protocol } = this.attributes;
    return urlOf(this, { domainName, protocol, reference: domainName });
  }
}
