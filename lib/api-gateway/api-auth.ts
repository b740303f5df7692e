import type { IApiApp } from "./app/api-app-ref";
import { Protection } from "./protection";

/** How the gateway tells who calls an API, before any plugin looks at it. Source: CreateApi, `AuthType`. */
export class ApiAuth extends Protection {
  /** No authentication by the gateway itself: anybody can call, but for what plugins refuse. */
  public static anonymous(): ApiAuth {
    return new ApiAuth("ANONYMOUS", []);
  }

  /**
   * Callers are apps, which sign their requests with their AppKey and AppSecret.
   *
   * @param apps those that are authorised to call, on each stage to which the API is published; none
   *   where all are authorised elsewhere
   */
  public static app(...apps: IApiApp[]): ApiAuth {
    return new ApiAuth("APP", apps);
  }

  private constructor(
    /** `auth_type`: `ANONYMOUS` or `APP`. */
    public readonly authType: string,
    /** The apps that are authorised. */
    public readonly apps: IApiApp[],
  ) {
    super();
  }
}
