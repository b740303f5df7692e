import { Construct } from "constructs";
import { Fcv3Trigger } from "../alicloud/fcv3-trigger";
import { descriptionProblem } from "../facts/description";
import { triggerNameProblem } from "../facts/names";
import { constructProps } from "../function/checks";
import type { IQualifiedFunction } from "../function/function-ref";
import {
  checkProps,
  enumeration,
  inTurn,
  json,
  map,
  object,
  optional,
  required,
  text,
} from "../props";
import { Trace, guard, jsonText, makeResource, metaArguments, uniqueName } from "../synth";
import type { ConstructProps } from "../synth/construct-props";
import { targetCheck, waitForTarget } from "./target";

const MOST_NAME_CHARACTERS = 128;

/**
 * The types of triggers beside HTTP.
 *
 * Source: the provider's page on `alicloud_fcv3_trigger`, `trigger_type`.
 */
export enum EventTriggerType {
  /** CDN events. */
  CDN_EVENTS = "cdn_events",
  /** EventBridge; also what comes from message queues through it. */
  EVENTBRIDGE = "eventbridge",
  /** Simple Log Service. */
  LOG = "log",
  /** A topic of Message Service (MNS). */
  MNS_TOPIC = "mns_topic",
  /** Object Storage Service. */
  OSS = "oss",
  /** Tablestore. */
  TABLESTORE = "tablestore",
  /** A timer. */
  TIMER = "timer",
}

/** Props of an `EventTrigger`. */
export interface EventTriggerProps extends ConstructProps {
  /** What it calls: a function (LATEST), a version or an alias. */
  readonly target: IQualifiedFunction;
  /** What calls. For HTTP there is `HttpTrigger`. */
  readonly triggerType: EventTriggerType;
  /**
   * `trigger_config` as the service writes it, such as
   * `{ cronExpression: "@every 1h", enable: true, payload: "" }` for a timer. References may stand
   * anywhere in it. Only its being JSON is checked.
   *
   * @default - none
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii knows no other name for JSON
  readonly config?: { [key: string]: any };
  /**
   * The ARN of the RAM role by which the source calls the function.
   *
   * @default - none
   */
  readonly invocationRole?: string;
  /**
   * The ARN of the source. Another one replaces the trigger.
   *
   * @default - none
   */
  readonly sourceArn?: string;
  /**
   * What it is for, at most 256 characters.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * The trigger's name: 1 to 128 of letters, digits, `-` and `_`, the first a letter or `_`; unique
   * among the triggers of the function. Another name replaces the trigger.
   *
   * @default - the construct's path, joined by `-`
   */
  readonly triggerName?: string;
}

/**
 * A trigger of another type than HTTP: `alicloud_fcv3_trigger`. Thin: it writes the configuration
 * as it is given. The rules see it beside HTTP triggers, and refuse it on a function that has one.
 *
 * Source: the provider's `alicloud_fcv3_trigger`; HTTP trigger overview.
 */
export class EventTrigger extends Construct {
  private readonly resource: Fcv3Trigger;

  /**
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param props see EventTriggerProps
   * @throws an error that names every wrong prop
   */
  public constructor(scope: Construct, id: string, props: EventTriggerProps) {
    super(scope, id);
    guard(this);
    const trace = new Trace(new.target as never);
    // Not of what is below: in a trigger's own JSON a null is a null.
    const { config } = props;
    const { target, ...rest } = checkProps(this, props, CHECK);
    this.resource = makeResource(Fcv3Trigger, this, trace, {
      ...metaArguments(rest),
      functionName: target.functionName,
      qualifier: target.qualifier,
      triggerType: rest.triggerType,
      triggerName: rest.triggerName ?? uniqueName(this, { most: MOST_NAME_CHARACTERS }),
      triggerConfig: config ? jsonText(config) : undefined,
      invocationRole: rest.invocationRole,
      sourceArn: rest.sourceArn,
      description: rest.description,
    });
    waitForTarget(this, target);
  }

  /** A reference to the trigger's name. */
  public get triggerName(): string {
    return this.resource.triggerName;
  }

  /** A reference to the id that the service gives it. */
  public get triggerId(): string {
    return this.resource.triggerId;
  }
}

const CHECK = object({
  ...constructProps,
  target: required(targetCheck()),
  triggerType: required(inTurn(notHttp, enumeration(EventTriggerType))),
  config: optional(map(json())),
  invocationRole: optional(text()),
  sourceArn: optional(text()),
  description: optional(text(descriptionProblem)),
  triggerName: optional(text(triggerNameProblem)),
});

function notHttp(type: unknown, at: string) {
  if (type !== "http") return [];
  const expected = `one of ${Object.values(EventTriggerType).join(", ")}`;
  return [{ at, got: '"http"', expected, fix: "use HttpTrigger" }];
}
