import { Construct } from "constructs";
import { triggerNameProblem } from "../facts/names";
import { LATEST, qualifierProblem } from "../facts/qualifier";
import { object, optional, refuseProps, required, text } from "../props";
import { refuse } from "../synth";
import type { HttpTriggerAttributes, IHttpTrigger } from "./http-trigger-ref";
import type { SeenTrigger } from "./seen-trigger";

const CHECK = object({
  functionName: required(text()),
  triggerName: required(text(triggerNameProblem)),
  qualifier: optional(text(qualifierProblem)),
  internetUrl: optional(text()),
  intranetUrl: optional(text()),
});

/** An HTTP trigger that exists already. */
export class ImportedHttpTrigger extends Construct implements IHttpTrigger {
  /** The name of the function that it calls. */
  public readonly functionName: string;
  /** The version or alias that it calls, or LATEST. */
  public readonly qualifier: string;
  /** The trigger's name. */
  public readonly triggerName: string;

  public constructor(
    scope: Construct,
    id: string,
    private readonly attributes: HttpTriggerAttributes,
  ) {
    super(scope, id);
    refuseProps(this, CHECK(attributes, ""), "HttpTrigger.fromHttpTriggerAttributes");
    this.functionName = attributes.functionName;
    this.qualifier = attributes.qualifier ?? LATEST;
    this.triggerName = attributes.triggerName;
  }

  /** The URL for calls from the internet; throws where it was not given. */
  public get internetUrl(): string {
    return this.url("internetUrl");
  }

  /** The URL for calls from inside Alibaba Cloud's network; throws where it was not given. */
  public get intranetUrl(): string {
    return this.url("intranetUrl");
  }

  /** What is known of it here. */
  public get _seen(): SeenTrigger {
    const { internetUrl, intranetUrl } = this.attributes;
    return {
      target: this,
      authType: undefined,
      isOpen: isGiven(internetUrl),
      hasIntranetUrl: isGiven(intranetUrl),
    };
  }

  private url(name: "internetUrl" | "intranetUrl"): string {
    const url = this.attributes[name];
    if (isGiven(url)) return url;
    return refuse(this, `${name}: it is not known of this imported HTTP trigger`, [
      `  fix       give ${name} to HttpTrigger.fromHttpTriggerAttributes`,
    ]);
  }
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}
