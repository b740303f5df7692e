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
