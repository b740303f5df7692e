import type { IConstruct } from "constructs";

/** An app: who calls APIs with an AppKey and AppSecret. Made here or imported. */
export interface IApiApp extends IConstruct {
  /** Its id, or a reference to it. */
  readonly appId: string;
}

/** What is known of an app that exists already. */
export interface ApiAppAttributes {
  /** Its id, such as `110982419`. */
  readonly appId: string;
}
