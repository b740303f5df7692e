import { Construct } from "constructs";
import { object, optional, refuseProps, required, text } from "../../props";
import { guard, refuse } from "../../synth";
import type { ApiGroupAttributes, IApiGroup } from "./api-group-ref";
import { basePathProblem } from "./checks";

const CHECK = object({
  groupId: required(text()),
  basePath: optional(text(basePathProblem)),
  subDomain: optional(text()),
  vpcDomain: optional(text()),
});

/** A group that exists already. Makes no resource. */
export class ImportedApiGroup extends Construct implements IApiGroup {
  /** Its id, as it was given. */
  public readonly groupId: string;
  /** Its base path. */
  public readonly basePath: string;

  public constructor(
    scope: Construct,
    id: string,
    private readonly attributes: ApiGroupAttributes,
  ) {
    super(scope, id);
    guard(this);
    refuseProps(this, CHECK(attributes, ""), "ApiGroup.fromApiGroupAttributes");
    this.groupId = attributes.groupId;
    this.basePath = attributes.basePath ?? "/";
  }

  /** Its public second-level domain; throws where it was not given. */
  public get subDomain(): string {
    return this.domain("subDomain");
  }

  /** Its second-level domain inside VPCs; throws where it was not given. */
  public get vpcDomain(): string {
    return this.domain("vpcDomain");
  }

  private domain(name: "subDomain" | "vpcDomain"): string {
    const domain = this.attributes[name];
    if (domain !== undefined && domain !== null) return domain;
    return refuse(this, `${name}: it is not known of this imported group`, [
      `  fix       give ${name} to ApiGroup.fromApiGroupAttributes`,
    ]);
  }
}
