import { signing } from "../signing";
import type { Scheme } from "./scheme";

/** Everybody may call. */
export const anonymous: Scheme = {
  authType: "anonymous",
  problems: () => [],
  config: () => undefined,
  credentials: () => ({ variables: [] }),
};

/** Callers sign with an AccessKey pair. */
export const signature: Scheme = {
  authType: "function",
  problems: () => [],
  config: () => undefined,
  credentials: () => ({
    sign: signing,
    variables: ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
  }),
};
