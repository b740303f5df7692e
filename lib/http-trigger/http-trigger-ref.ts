import type { IConstruct } from "constructs";

/** An HTTP trigger, made here or imported. */
export interface IHttpTrigger extends IConstruct {
  /** The name of the function that it calls, or a reference to it. */
  readonly functionName: string;
  /** The version or alias that it calls, or LATEST, or a reference to it. */
  readonly qualifier: string;
  /** The trigger's name, or a reference to it. */
  readonly triggerName: string;
  /**
   * The URL for calls from the internet: `https://….<region>.fcapp.run`. For tests: clients belong
   * on a custom domain or an API gateway.
   *
   * @throws an error where the internet URL is disabled
   */
  readonly internetUrl: string;
  /** The URL for calls from inside Alibaba Cloud's network in the region: `https://….<region>-vpc.fcapp.run`. */
  readonly intranetUrl: string;
}

/** What is known of an HTTP trigger that exists already. */
export interface HttpTriggerAttributes {
  /** The name of the function that it calls. */
  readonly functionName: string;
  /** The trigger's name. */
  readonly triggerName: string;
  /**
   * The version or alias that it calls.
   *
   * @default "LATEST"
   */
  readonly qualifier?: string;
  /**
   * The URL for calls from the internet.
   *
   * @default - not known, or disabled: asking for it throws
   */
  readonly internetUrl?: string;
  /**
   * The URL for calls from inside Alibaba Cloud's network.
   *
   * @default - not known: asking for it throws
   */
  readonly intranetUrl?: string;
}
