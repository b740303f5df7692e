import type { Credentials } from "../http-trigger/auth/credentials";
import type { Signing } from "../http-trigger/signing";

/**
 * What an app sends: a signature of its request. What is signed is as the vendor's library does it:
 * method, Accept, no body and no date, the signed headers, and the path with its query.
 *
 * Source: "Use digest authentication to call an API"; aliyun/api-gateway-nodejs-sdk, lib/client.js.
 */
export const appCredentials: Credentials = {
  variables: ["CA_APP_KEY", "CA_APP_SECRET"],
  sign: signAsApp,
};

function signAsApp(method: string, path: string): Signing {
  const request = `${method}\\n*/*\\n\\n\\n\\nx-ca-key:%s\\nx-ca-timestamp:%s\\n%s`;
  return {
    lines: [
      `CA_TIMESTAMP=$(date +%s)000`,
      `CA_SIGNATURE=$(printf '${request}' "$CA_APP_KEY" "$CA_TIMESTAMP" "${path}" | openssl dgst -sha256 -hmac "$CA_APP_SECRET" -binary | openssl base64)`,
    ],
    headers: [
      ["-H", "Accept: */*"],
      ["-H", "X-Ca-Key: $CA_APP_KEY"],
      ["-H", "X-Ca-Timestamp: $CA_TIMESTAMP"],
      ["-H", "X-Ca-Signature-Method: HmacSHA256"],
      ["-H", "X-Ca-Signature-Headers: x-ca-key,x-ca-timestamp"],
      ["-H", "X-Ca-Signature: $CA_SIGNATURE"],
    ],
  };
}

/** What a caller sends where several ask for something. */
export function joined(all: readonly Credentials[]): Credentials {
  const remarks = all.flatMap(({ remark }) => remark ?? []);
  return {
    ...Object.assign({}, ...all),
    headers: all.flatMap(({ headers = [] }) => headers),
    variables: [...new Set(all.flatMap(({ variables }) => variables))],
    remark: remarks.length > 0 ? remarks.join("; ") : undefined,
  } as Credentials;
}
