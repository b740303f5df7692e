import type { PluginOptions } from "../gateway-plugin";

/** A key that something else keeps. */
export interface BackendSignatureReferences extends PluginOptions {
  /** A reference to the AccessKey ID. */
  readonly key: string;
  /** A reference to the AccessKey secret. */
  readonly secret: string;
}

/** A key of a RAM user that is made for one function. */
export interface BackendSignatureUser extends PluginOptions {
  /**
   * Names of your own for the user's keys: one, or two while the key is changed, since a RAM user
   * has at most two. Letters, digits, `-` and `_`, at most 64. They are in the keys' addresses: with
   * another name a key is another one.
   *
   * @default - ["1"]
   */
  readonly keyIds?: string[];
  /**
   * The one that the gateway signs with.
   *
   * @default - the last of keyIds
   */
  readonly activeKeyId?: string;
}
