import type { PropProblem } from "../props";
import { basicScheme } from "./auth/basic";
import { bearerScheme } from "./auth/bearer";
import type { Credentials } from "./auth/credentials";
import { jwtScheme } from "./auth/jwt";
import { anonymous, signature } from "./auth/plain";
import { rawScheme } from "./auth/raw";
import type { Scheme } from "./auth/scheme";
import type { HttpBasicProps, HttpBearerProps, HttpJwtProps } from "./http-auth-props";

/**
 * How Function Compute tells who calls, before the function's code runs. What is wrong with it is
 * said by the construct that takes it.
 *
 * Source: "Configure an HTTP trigger", authentication methods.
 */
export class HttpAuth {
  /** No authentication: anyone can call, and run up cost. */
  public static anonymous(): HttpAuth {
    return new HttpAuth(anonymous);
  }

  /**
   * Signature authentication (`function`): callers sign with an AccessKey pair that may invoke the
   * function. A signature holds for 15 minutes.
   */
  public static signature(): HttpAuth {
    return new HttpAuth(signature);
  }

  /**
   * JWT authentication: callers send a JSON Web Token.
   *
   * @param props keys and places
   */
  public static jwt(props: HttpJwtProps): HttpAuth {
    return new HttpAuth(jwtScheme(props));
  }

  /**
   * Bearer authentication: callers send one of the tokens. The vendor documents it for triggers in
   * the console and for custom domains in the API; the JSON here is that of custom domains.
   *
   * @param props the tokens
   */
  public static bearer(props: HttpBearerProps): HttpAuth {
    return new HttpAuth(bearerScheme(props));
  }

  /**
   * Basic authentication: callers send a user's name and password. The vendor documents it in the
   * console only; its JSON (`users` of `username` and `password`) is not published. Where the
   * service wants another, use `raw`.
   *
   * @param props the users
   */
  public static basic(props: HttpBasicProps): HttpAuth {
    return new HttpAuth(basicScheme(props));
  }

  /**
   * What this library does not know yet. The rules look into it as into everything else: an
   * `authType` that they do not know either is a finding of `http-trigger/auth-type`, to be
   * acknowledged with `FrontDoor.of(trigger).acknowledge(…)` until they do.
   *
   * @param authType `authType` as the service writes it
   * @param authConfig `authConfig` as the service writes it, with references where secrets are
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii knows no other name for JSON
  public static raw(authType: string, authConfig?: { [key: string]: any }): HttpAuth {
    return new HttpAuth(rawScheme(authType, authConfig));
  }

  private constructor(private readonly scheme: Scheme) {}

  /** `authType` as the service writes it: `anonymous`, `function`, `jwt`, `bearer`, `basic`. */
  public get authType(): string {
    return this.scheme.authType;
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return this.scheme.problems(at);
  }

  /** @internal */
  public _config(): unknown {
    return this.scheme.config();
  }

  /** @internal */
  public _credentials(): Credentials {
    return this.scheme.credentials();
  }
}
