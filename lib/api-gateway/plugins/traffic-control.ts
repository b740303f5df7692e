import { callerIdProblem } from "../../facts/gateway-id";
import { CALLS } from "../../facts/plugins/traffic-control";
import {
  type Check,
  type PropProblem,
  enumeration,
  given,
  inTurn,
  list,
  literal,
  object,
  once,
  optional,
  required,
  text,
  whole,
} from "../../props";
import type { IApiApp } from "../app/api-app-ref";
import { appIdOf, appProps, idNumber, oneOf } from "./parts/caller-id";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { pluginProps, stated } from "./checks/plugin-props";

/** The time in which calls are counted. */
export enum TrafficControlUnit {
  /** One second. */
  SECOND = "SECOND",
  /** One minute. */
  MINUTE = "MINUTE",
  /** One hour. */
  HOUR = "HOUR",
  /** One day. */
  DAY = "DAY",
}

/** A limit of one caller's own: an app's, or a user's, which is an Alibaba Cloud account with apps. */
export interface TrafficControlSpecial {
  /**
   * The app.
   *
   * @default - named by `appId` or `userId`
   */
  readonly app?: IApiApp;
  /**
   * The app's id, instead of the app.
   *
   * @default - named by `app` or `userId`
   */
  readonly appId?: string;
  /**
   * The id of the account.
   *
   * @default - named by `app` or `appId`
   */
  readonly userId?: string;
  /** How many calls it may make in the unit of time. */
  readonly calls: number;
}

/** How many calls get through in a unit of time. */
export interface TrafficControlProps extends PluginOptions {
  /** The unit of time. */
  readonly unit: TrafficControlUnit;
  /** Calls of one API. */
  readonly apiDefault: number;
  /**
   * Calls of one API by all apps of one account, no more than `apiDefault`.
   *
   * @default - no limit
   */
  readonly userDefault?: number;
  /**
   * Calls of one API by one app, no more than `userDefault`.
   *
   * @default - no limit
   */
  readonly appDefault?: number;
  /**
   * Limits of single callers, each with one.
   *
   * @default - none
   */
  readonly specials?: TrafficControlSpecial[];
}

/**
 * How many calls get through: `trafficControl`.
 *
 * Source: "Throttling plug-in".
 */
export class TrafficControl extends GatewayPlugin {
  /**
   * Limits.
   *
   * @param props the unit of time, and the limits
   */
  public static of(props: TrafficControlProps): TrafficControl {
    return new TrafficControl(props);
  }

  /**
   * By the second.
   *
   * @param apiDefault calls of one API
   */
  public static perSecond(apiDefault: number): TrafficControl {
    return new TrafficControl({ unit: TrafficControlUnit.SECOND, apiDefault });
  }

  /**
   * By the minute.
   *
   * @param apiDefault calls of one API
   */
  public static perMinute(apiDefault: number): TrafficControl {
    return new TrafficControl({ unit: TrafficControlUnit.MINUTE, apiDefault });
  }

  /**
   * By the hour.
   *
   * @param apiDefault calls of one API
   */
  public static perHour(apiDefault: number): TrafficControl {
    return new TrafficControl({ unit: TrafficControlUnit.HOUR, apiDefault });
  }

  /**
   * By the day.
   *
   * @param apiDefault calls of one API
   */
  public static perDay(apiDefault: number): TrafficControl {
    return new TrafficControl({ unit: TrafficControlUnit.DAY, apiDefault });
  }

  /** `trafficControl`. */
  public readonly pluginType: string = "trafficControl";

  private constructor(private readonly props: TrafficControlProps) {
    super(props);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    const { unit, apiDefault, userDefault, appDefault, specials = [] } = given(this.props);
    const policies = [...policiesOf("APP", specials), ...policiesOf("USER", specials)];
    return stated({
      unit,
      apiDefault,
      userDefault,
      appDefault,
      specials: policies.length > 0 ? policies : undefined,
    });
  }
}

type CallerType = "APP" | "USER";

function typeOf({ userId }: TrafficControlSpecial): CallerType {
  return userId === undefined || userId === null ? "APP" : "USER";
}

function policiesOf(type: CallerType, specials: readonly TrafficControlSpecial[]): unknown[] {
  const own = specials.filter((special) => typeOf(special) === type);
  if (own.length === 0) return [];
  const policies = own.map((special) => ({
    key: idNumber(String(special.userId ?? appIdOf(special))),
    value: special.calls,
  }));
  return [{ type, policies }];
}

const CALLERS = ["app", "appId", "userId"];

/** A limit has one caller. */
function caller(special: Record<string, unknown>): readonly PropProblem[] {
  if (CALLERS.some((name) => special[name] !== undefined)) return oneOf(special, CALLERS);
  const expected = "the app, its appId, or the userId of an account";
  return [{ at: "app", got: "nothing", expected, fix: `give ${expected}` }];
}

const eachOnce: Check = (specials, at) => [
  ...once("each app once", (special) => {
    const { app, appId } = special as TrafficControlSpecial;
    return { key: app?.appId ?? appId, member: app ? "app" : "appId" };
  })(specials, at),
  ...once("each user once", (special) => ({
    key: (special as TrafficControlSpecial).userId,
    member: "userId",
  }))(specials, at),
];

const LIMIT = whole(CALLS);

const CHECK = pluginProps({
  unit: required(enumeration(TrafficControlUnit)),
  apiDefault: required(LIMIT),
  userDefault: optional(LIMIT),
  appDefault: optional(LIMIT),
  specials: optional(
    inTurn(
      literal(
        list(
          object(
            { ...appProps, userId: optional(text(callerIdProblem)), calls: required(LIMIT) },
            caller,
          ),
        ),
      ),
      eachOnce,
    ),
  ),
});
