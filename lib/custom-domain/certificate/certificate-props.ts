/** PEM files of a certificate and its private key. */
export interface CertificateFiles {
  /**
   * The path of the certificate's file: first the domain's own, then those of its issuers. Relative
   * to the folder of cdktf.json; an absolute path is taken as it is, so it has to be the same
   * wherever Terraform runs.
   */
  readonly certificate: string;
  /** The path of the private key's file, as that of the certificate. The key has no password. */
  readonly privateKey: string;
  /**
   * The name of the two at the service: 1 to 128 characters.
   *
   * @default - the construct's path, joined by `-`
   */
  readonly name?: string;
}

/** References to the PEM text of a certificate and of its private key. */
export interface CertificateVariables {
  /**
   * The certificate: first the domain's own, then those of its issuers. A reference to PEM text, or
   * the text itself, which is no secret.
   */
  readonly certificate: string;
  /** A reference to the private key: the value of a variable with `sensitive: true`, never the key itself. */
  readonly privateKey: string;
  /**
   * The name of the two at the service: 1 to 128 characters.
   *
   * @default - the construct's path, joined by `-`
   */
  readonly name?: string;
}

/** A certificate of the certificate service: by its name or by its id. */
export interface CertificateOfService {
  /**
   * Its name in the certificate service.
   *
   * @default - found by its id
   */
  readonly certificateName?: string;
  /**
   * Its id in the certificate service, such as `8537021`.
   *
   * @default - found by its name
   */
  readonly certificateId?: string;
  /**
   * The name of certificate and key at Function Compute: 1 to 128 characters.
   *
   * @default - the construct's path, joined by `-`
   */
  readonly name?: string;
}
