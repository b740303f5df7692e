/**
 * Whether a domain that serves from a region needs an ICP filing: in mainland China it does, in
 * Hong Kong and elsewhere not.
 *
 * Source: "Configure custom domain names", the limits; "Endpoints" of Function Compute 3.0 for the
 * ids of the regions.
 *
 * @param region the id of the region, `cn-hangzhou`
 */
export function needsIcp(region: string): boolean {
  return region.startsWith("cn-") && region !== "cn-hongkong";
}

/** Whether a text has the shape of a region's id: `cn-hangzhou`, `eu-central-1`, `cn-shanghai-finance-1`. */
export function isRegionId(text: string): boolean {
  return /^[a-z]{2}(-[a-z0-9]+)+$/.test(text);
}
