import { Fn, Token } from "cdktf";

/**
 * The host record of a name in a zone: `api` of `api.example.com`, `*` of `*.example.com`, `@` of
 * the zone itself. In small letters, as DNS servers keep it: names in DNS differ in no case.
 */
export function hostRecord(domainName: string, zoneName: string): string {
  if (domainName.toLowerCase() === zoneName.toLowerCase()) return "@";
  const end = `.${zoneName}`;
  const host = domainName.slice(0, -end.length);
  // What is before the zone may be a token; the zone may be one too, of which not all is known here.
  const isWritten = domainName.slice(-end.length).toLowerCase() === end.toLowerCase();
  if (isWritten && !Token.isUnresolved(zoneName))
    return Token.isUnresolved(host) ? host : host.toLowerCase();
  return Fn.trimsuffix(domainName, end);
}
