import { object, optional, own } from "../../props";
import { Duration } from "../duration";
import type { BackendSource } from "./source";

/** The trigger as any HTTP server. */
export const httpSource: BackendSource = {
  check: object({ timeout: optional(own(Duration, "Duration.seconds(10)")) }),
  bind(_, { trigger }) {
    const address = trigger.intranetUrl;
    return {
      service: (call) => ({ serviceType: "HTTP", httpServiceConfig: { address, ...call } }),
      after: [],
    };
  },
};
