/**
 * What to do about a part of an OpenAPI document that API Gateway has no place for, by the word that
 * the report of it begins with: `security: token (http bearer)`.
 */
export const OPEN_API_FIXES: Readonly<Record<string, string>> = {
  security:
    "give the front protect (JwtAuth, BasicAuth, ApiAuth.app), or check callers in the code",
  cookie: "read cookies in the code",
  parameter: "check parameters in the code, with the mode PASSTHROUGH their types and defaults too",
  body: "read the body in the code",
  server: "give the routes of another server a front of their own",
  callback: "send callbacks from the code",
  webhook: "send webhooks from the code",
  method: "leave TRACE out",
};
