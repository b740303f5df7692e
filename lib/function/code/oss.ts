import { object, optional, required, text } from "../../props";
import type { CodeSource } from "./source";

/** A zip file in OSS. */
export interface OssCodeLocation {
  /** The bucket's name, or a reference to it. */
  readonly bucket: string;
  /** The object's name, or a reference to it: `orders/1f3a.zip`. */
  readonly object: string;
  /**
   * The CRC-64 of the zip file, as a decimal number. The service refuses a file that has another.
   *
   * @default - not checked
   */
  readonly checksum?: string;
}

/** A zip file in OSS. */
export function ossObject(location: OssCodeLocation): CodeSource {
  return {
    isImage: false,
    check: (_, at) =>
      object({ bucket: required(text()), object: required(text()), checksum: optional(text()) })(
        location,
        at,
      ),
    bind: () => ({
      code: {
        ossBucketName: location.bucket,
        ossObjectName: location.object,
        checksum: location.checksum,
      },
    }),
  };
}
