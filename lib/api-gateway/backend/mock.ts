import type { ServiceConfig } from "./source";

/**
 * The service of an API that the gateway answers by itself.
 *
 * @param body the answer
 */
export function mockService(body: string): ServiceConfig {
  return { serviceType: "MOCK", mockServiceConfig: { result: body } };
}
