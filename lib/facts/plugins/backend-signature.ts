import { object, oneOf, text } from "./check";

/**
 * `backendSignature`: the gateway signs what it sends to the backend.
 *
 * Source: the provider's acceptance tests. The lengths of the older signature keys are not
 * enforced: whether the plugin has them is not published, and an AccessKey ID is longer.
 */
export const backendSignature = object({
  known: {
    type: oneOf("APIGW_BACKEND"),
    key: text("the key that the backend knows the gateway by"),
    secret: text("the secret of the key"),
  },
  required: ["type", "key", "secret"],
  closed: true,
});
