/** Lines that come before curl, and the headers that they make. */
export interface Signing {
  readonly lines: readonly string[];
  readonly headers: readonly (readonly [flag: string, value: string])[];
}

/**
 * Signs a request without body in a shell. curl has no option for ACS3-HMAC-SHA256; what is signed
 * is as the vendor's library does it for an HTTP trigger: method, path, the signed headers and their
 * names, and an empty digest of the body.
 *
 * Source: "Configure signature authentication for HTTP triggers"; aliyun/darabonba-openapi-util,
 * get_authorization.
 *
 * @param method of the request
 * @param path of the request, of characters that need no encoding
 */
export function signing(method: string, path: string): Signing {
  const request = `${method}\\n${path}\\n\\nx-acs-date:%s\\n\\nx-acs-date\\n`;
  const digest = `openssl dgst -sha256`;
  const last = `sed 's/^.* //'`;
  return {
    lines: [
      `FC_DATE=$(date -u +%Y-%m-%dT%H:%M:%SZ)`,
      `FC_HASH=$(printf '${request}' "$FC_DATE" | ${digest} | ${last})`,
      `FC_SIGNATURE=$(printf 'ACS3-HMAC-SHA256\\n%s' "$FC_HASH" | ${digest} -hmac "$ALIBABA_CLOUD_ACCESS_KEY_SECRET" | ${last})`,
    ],
    headers: [
      ["-H", "x-acs-date: $FC_DATE"],
      [
        "-H",
        "Authorization: ACS3-HMAC-SHA256 Credential=$ALIBABA_CLOUD_ACCESS_KEY_ID,SignedHeaders=x-acs-date,Signature=$FC_SIGNATURE",
      ],
    ],
  };
}
