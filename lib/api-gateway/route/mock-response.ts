/** What the gateway answers by itself. Source: CreateApi, `ServiceConfig.MockResult`. */
export interface MockResponse {
  /** The body. */
  readonly body: string;
}
