import { object, optional } from "../../props";
import { timeoutCheck } from "../timeout-check";
import type { BackendSource } from "./source";

/** The trigger as any HTTP server. */
export const httpSource: BackendSource = {
  check: object({ timeout: optional(timeoutCheck) }),
  bind(_, { trigger }) {
    const address = trigger.intranetUrl;
    return {
      service: (call) => ({ serviceType: "HTTP", httpServiceConfig: { address, ...call } }),
      after: [],
    };
  },
};
