/**
 * What keeps callers out who may not call: a plugin of the gateway (`IpAccess`, `JwtAuth`,
 * `BasicAuth` and others), or `ApiAuth.app(…)`.
 */
export abstract class Protection {
  /** Only for the classes of this library. */
  protected constructor() {}
}
