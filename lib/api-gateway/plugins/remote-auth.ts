import { CACHED_TIME, authParameterName, successCondition } from "../../facts/plugins/remote-auth";
import type { Credentials } from "../../http-trigger/auth/credentials";
import {
  type PropProblem,
  bool,
  enumeration,
  given,
  issues,
  list,
  map,
  number,
  object,
  optional,
  own,
  required,
  text,
  whole,
} from "../../props";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { pluginProps, stated } from "./checks/plugin-props";
import { RemoteAuthUri } from "./parts/remote-auth-uri";
import { typeCredentials } from "./parts/type-credentials";

/** Where a parameter is. */
export enum RemoteAuthLocation {
  /** In a header. */
  HEADER = "header",
  /** In the query. */
  QUERY = "query",
  /** In the path. */
  PATH = "path",
  /** In a form. */
  FORM = "form",
}

/** A parameter of the caller's that the service gets. */
export interface RemoteAuthParameter {
  /** Its name, as the service knows it. */
  readonly targetParameterName: string;
  /** Where the service finds it. */
  readonly targetLocation: RemoteAuthLocation;
  /** Its name, as callers write it. */
  readonly sourceParameterName: string;
  /** Where callers put it. */
  readonly sourceLocation: RemoteAuthLocation;
}

/** Which service is asked, and by what it lets callers in. */
export interface RemoteAuthProps extends PluginOptions {
  /** The service that is asked. */
  readonly authUri: RemoteAuthUri;
  /** By which answer of it a caller is let in, in the gateway's own language: `${statusCode} = 200`. */
  readonly successCondition: string;
  /**
   * The parameters of the condition: name, and place such as `StatusCode`.
   *
   * @default - none
   */
  readonly parameters?: { [name: string]: string };
  /**
   * What the service gets of the call.
   *
   * @default - nothing
   */
  readonly authParameters?: RemoteAuthParameter[];
  /**
   * Whether the service gets the body of the call too.
   *
   * @default - not stated: false
   */
  readonly passThroughBody?: boolean;
  /**
   * For how many seconds an answer of the service holds for calls with the same parameters.
   *
   * @default - not stated
   */
  readonly cachedTimeBySecond?: number;
  /**
   * The message for those who are not let in.
   *
   * @default - the gateway's own
   */
  readonly errorMessage?: string;
  /**
   * The status code for those who are not let in.
   *
   * @default - the gateway's own
   */
  readonly errorStatusCode?: number;
}

/**
 * Callers by a service of your own: `remoteAuth`. It needs a group on a dedicated instance: on the
 * shared one it is attached, and keeps nobody out.
 *
 * Source: "Third-party authentication plug-in".
 */
export class RemoteAuth extends GatewayPlugin {
  /**
   * Which service is asked.
   *
   * @param props service and condition
   */
  public static of(props: RemoteAuthProps): RemoteAuth {
    return new RemoteAuth(props);
  }

  /** `remoteAuth`. */
  public readonly pluginType: string = "remoteAuth";

  private constructor(private readonly props: RemoteAuthProps) {
    super(props);
  }

  /** @internal */
  public override _credentials(): Credentials | undefined {
    return typeCredentials(this.pluginType);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    const props = given(this.props);
    return stated({
      parameters: props.parameters,
      authUriType: props.authUri._type,
      authUri: props.authUri._data,
      passThroughBody: props.passThroughBody,
      cachedTimeBySecond: props.cachedTimeBySecond,
      authParameters: props.authParameters,
      successCondition: props.successCondition,
      errorMessage: props.errorMessage,
      errorStatusCode: props.errorStatusCode,
    });
  }
}

const location = required(enumeration(RemoteAuthLocation));
const name = required(issues(authParameterName));

const CHECK = pluginProps({
  authUri: required(own(RemoteAuthUri, 'RemoteAuthUri.http("https://auth.example.com")')),
  successCondition: required(issues(successCondition)),
  parameters: optional(map(text())),
  authParameters: optional(
    list(
      object({
        targetParameterName: name,
        targetLocation: location,
        sourceParameterName: name,
        sourceLocation: location,
      }),
    ),
  ),
  passThroughBody: optional(bool()),
  cachedTimeBySecond: optional(whole(CACHED_TIME)),
  errorMessage: optional(text()),
  errorStatusCode: optional(number()),
});
