import type { IConstruct } from "constructs";

/** A group of APIs, made here or imported. */
export interface IApiGroup extends IConstruct {
  /** Its id, or a reference to it. */
  readonly groupId: string;
  /** What the paths of all its APIs begin with for callers; `/` for nothing. */
  readonly basePath: string;
  /**
   * Its public second-level domain, or a reference to it. For tests: it takes 1,000 calls a day in
   * mainland regions, 100 elsewhere.
   *
   * @throws an error where it is not known of an imported group
   */
  readonly subDomain: string;
  /**
   * Its second-level domain inside VPCs, or a reference to it.
   *
   * @throws an error where it is not known of an imported group, or not asked for of one made here
   */
  readonly vpcDomain: string;
}

/** What is known of a group that exists already. */
export interface ApiGroupAttributes {
  /** Its id. */
  readonly groupId: string;
  /**
   * Its base path.
   *
   * @default "/"
   */
  readonly basePath?: string;
  /**
   * Its public second-level domain.
   *
   * @default - not known: asking for it throws
   */
  readonly subDomain?: string;
  /**
   * Its second-level domain inside VPCs.
   *
   * @default - not known: asking for it throws
   */
  readonly vpcDomain?: string;
}
