import { Token, propertyAccess } from "cdktf";
import { isRecord, member } from "../../facts/issue";
import { gatewayJwksIssues, jwtClaim, jwtParameter } from "../../facts/plugins/jwt-auth";
import type { Credentials } from "../../http-trigger/auth/credentials";
import { Jwks } from "../../http-trigger/jwks";
import { TokenLookup } from "../../http-trigger/jwt-places";
import {
  type PropProblem,
  bool,
  enumeration,
  given,
  inTurn,
  instance,
  issues,
  list,
  literal,
  object,
  once,
  optional,
  required,
} from "../../props";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { each, pluginProps, stated } from "./checks/plugin-props";

/** Where a gateway looks for the caller's token. */
export enum JwtLocation {
  /** In a header. */
  HEADER = "header",
  /** In the query. */
  QUERY = "query",
  /** In a cookie. */
  COOKIE = "cookie",
}

/** Where the function finds a claim. */
export enum JwtClaimLocation {
  /** In a header. */
  HEADER = "header",
  /** In the query. */
  QUERY = "query",
}

/** A claim of the caller's token that the gateway passes on. */
export interface JwtClaim {
  /** The claim, such as `sub`. */
  readonly claimName: string;
  /** The name by which the function knows it, such as `X-User`. */
  readonly parameterName: string;
  /**
   * Where the function finds it.
   *
   * @default JwtClaimLocation.HEADER
   */
  readonly location?: JwtClaimLocation;
}

/** How a gateway checks a JSON Web Token. */
export interface JwtAuthProps extends PluginOptions {
  /** The public keys that tokens are checked with. Each key of several has a `kid` of its own. */
  readonly jwks: Jwks;
  /**
   * The name of the header, parameter or cookie that holds the token. In the header `Authorization`
   * callers put `Bearer` before it.
   *
   * @default "Authorization"
   */
  readonly parameter?: string;
  /**
   * Where the token is.
   *
   * @default JwtLocation.HEADER
   */
  readonly location?: JwtLocation;
  /**
   * Claims that the function gets.
   *
   * @default - none
   */
  readonly claims?: JwtClaim[];
  /**
   * Whether a token is refused that came before, by its claim `jti`.
   *
   * @default - not stated: false
   */
  readonly preventJtiReplay?: boolean;
  /**
   * Whether calls without a token get in. Such a plugin keeps nobody out: it is for APIs that tell
   * callers apart, and is given in `plugins`, not in `protect`.
   *
   * @default - not stated: false
   */
  readonly bypassEmptyToken?: boolean;
  /**
   * Whether a token gets in after its end. It weakens the check.
   *
   * @default - not stated: false
   */
  readonly ignoreExpirationCheck?: boolean;
}

/**
 * Callers by a JSON Web Token: `jwtAuth`.
 *
 * Source: "JWT authentication plug-in".
 */
export class JwtAuth extends GatewayPlugin {
  /**
   * By keys, a place and claims.
   *
   * @param props keys, place and claims
   */
  public static of(props: JwtAuthProps): JwtAuth {
    return new JwtAuth(props);
  }

  /**
   * By keys alone, with the token in the header `Authorization`.
   *
   * @param jwks the public keys that tokens are checked with
   */
  public static fromJwks(jwks: Jwks): JwtAuth {
    return new JwtAuth({ jwks });
  }

  /** `jwtAuth`. */
  public readonly pluginType: string = "jwtAuth";

  private constructor(private readonly props: JwtAuthProps) {
    super(props);
  }

  /** @internal */
  public override _credentials(): Credentials | undefined {
    const { parameter, location, bypassEmptyToken } = this.stated;
    if (bypassEmptyToken === true) return undefined;
    const prefix = parameter.toLowerCase() === "authorization" ? "Bearer" : undefined;
    return LOOKUPS[location](parameter, prefix)._credentials;
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    const { jwks, parameter, location, claims, ...switches } = this.stated;
    return stated({
      parameter,
      parameterLocation: location,
      claimParameters: claims && each(claims, claimData),
      preventJtiReplay: switches.preventJtiReplay,
      bypassEmptyToken: switches.bypassEmptyToken,
      ignoreExpirationCheck: switches.ignoreExpirationCheck,
      ...keysData(jwks._json),
    });
  }

  private get stated() {
    const {
      parameter = "Authorization",
      location = JwtLocation.HEADER,
      ...rest
    } = given(this.props);
    return { ...rest, parameter, location };
  }
}

const LOOKUPS = {
  [JwtLocation.HEADER]: TokenLookup.header,
  [JwtLocation.QUERY]: TokenLookup.query,
  [JwtLocation.COOKIE]: TokenLookup.cookie,
} as const;

function claimData({ claimName, parameterName, location }: JwtClaim): unknown {
  return { claimName, parameterName, location: location ?? JwtClaimLocation.HEADER };
}

/** A single key under the name that the provider's own tests use, several under the other. */
function keysData(json: unknown): object {
  const keys: unknown =
    Token.isUnresolved(json) || !isRecord(json)
      ? propertyAccess(json, ["keys"])
      : member(json, "keys").value;
  return Array.isArray(keys) && keys.length === 1 ? { jwk: keys[0] } : { jwks: keys };
}

const CHECK = pluginProps({
  jwks: required(
    inTurn(instance(Jwks, "Jwks.fromKeys({ … })"), (jwks, at) =>
      (jwks as Jwks)._problems(at, gatewayJwksIssues),
    ),
  ),
  parameter: optional(literal(issues(jwtParameter))),
  location: optional(enumeration(JwtLocation)),
  claims: optional(
    inTurn(
      list(
        object({
          claimName: required(issues(jwtClaim.claimName)),
          parameterName: required(issues(jwtClaim.parameterName)),
          location: optional(enumeration(JwtClaimLocation)),
        }),
      ),
      once("each parameter once", (claim) => ({
        key: (claim as JwtClaim).parameterName,
        member: "parameterName",
      })),
    ),
  ),
  preventJtiReplay: optional(bool()),
  bypassEmptyToken: optional(bool()),
  ignoreExpirationCheck: optional(bool()),
});
