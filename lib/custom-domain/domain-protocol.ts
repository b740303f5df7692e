/**
 * What clients speak to a custom domain.
 *
 * Source: CreateCustomDomain, `protocol`.
 */
export enum DomainProtocol {
  /** HTTPS alone. It needs a certificate. */
  HTTPS = "HTTPS",
  /** HTTP alone: what is sent can be read and changed on its way. */
  HTTP = "HTTP",
  /** Both: who calls by HTTP is served too. It needs a certificate. */
  HTTP_AND_HTTPS = "HTTP,HTTPS",
}
