/** What findings call the blueprint and its pack; as in package.json, which the tests hold. */
export const about = { name: "acme-blueprint", version: "1.4.0" };
