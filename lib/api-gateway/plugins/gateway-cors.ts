import { Fn, Token } from "cdktf";
import { methodsIssues } from "../../facts/methods";
import { CORS_MAX_AGE } from "../../facts/plugins/cors";
import { credentialProblems } from "../../http-trigger/cors";
import type { HttpMethod } from "../../http-trigger/http-method";
import { type PropProblem, bool, given, issues, literal, optional, whole } from "../../props";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { names, pluginProps, stated } from "./checks/plugin-props";

/** How browsers may call from pages of other origins. */
export interface GatewayCorsProps extends PluginOptions {
  /**
   * The origins whose pages may call, such as `https://app.example.com`, or `*`.
   *
   * @default - not stated: every origin
   */
  readonly allowOrigins?: string[];
  /**
   * The methods that a page may use.
   *
   * @default - not stated
   */
  readonly allowMethods?: HttpMethod[];
  /**
   * The request headers that a page may set.
   *
   * @default - not stated
   */
  readonly allowHeaders?: string[];
  /**
   * The response headers that a page may read.
   *
   * @default - not stated
   */
  readonly exposeHeaders?: string[];
  /**
   * How long a browser may keep the answer to a preflight request, in seconds.
   *
   * @default - not stated
   */
  readonly maxAgeSeconds?: number;
  /**
   * Whether the browser may send cookies and the like. Not with the origin `*`, nor without origins.
   *
   * @default - not stated: false
   */
  readonly allowCredentials?: boolean;
}

/**
 * Which pages of other origins may call: `cors`. The gateway answers preflight requests by itself.
 *
 * Source: "CORS plug-in".
 */
export class GatewayCors extends GatewayPlugin {
  /**
   * Which pages may call, and how.
   *
   * @param props origins, methods and headers; lists are written as the gateway wants them, as one
   *   text with commas
   */
  public static of(props: GatewayCorsProps): GatewayCors {
    return new GatewayCors(props);
  }

  /** `cors`. */
  public readonly pluginType: string = "cors";

  private constructor(private readonly props: GatewayCorsProps) {
    super(props);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    const cors = given(this.props);
    return stated({
      allowOrigins: joined(cors.allowOrigins),
      allowMethods: joined(cors.allowMethods),
      allowHeaders: joined(cors.allowHeaders),
      exposeHeaders: joined(cors.exposeHeaders),
      maxAge: cors.maxAgeSeconds,
      allowCredentials: cors.allowCredentials,
    });
  }
}

function joined(list: string[] | undefined): string | undefined {
  return Token.isUnresolved(list) ? Fn.join(",", list ?? []) : list?.join(",");
}

/** Where no origins are stated, every origin may call. */
function credentials(cors: GatewayCorsProps): readonly PropProblem[] {
  return credentialProblems({ allowOrigins: ["*"], ...cors }).map((problem) =>
    cors.allowOrigins
      ? problem
      : { ...problem, at: "allowOrigins", got: `nothing, which is ${problem.got}` },
  );
}

const CHECK = pluginProps(
  {
    allowOrigins: optional(names("origin")),
    allowMethods: optional(literal(issues(methodsIssues))),
    allowHeaders: optional(names("header")),
    exposeHeaders: optional(names("header")),
    maxAgeSeconds: optional(whole(CORS_MAX_AGE)),
    allowCredentials: optional(bool()),
  },
  (cors) => credentials(cors as GatewayCorsProps),
);
