import { Fn } from "cdktf";
import { Construct } from "constructs";
import { OssBucketObject } from "../../alicloud/oss-bucket-object";
import { type Prop, type PropProblem, object, optional, text } from "../../props";
import { addFile, makeResource, metaArguments, uniqueName } from "../../synth";
import type { CodeSource } from "./source";

/** Where code from the disk goes. */
export interface LocalCodeOptions {
  /**
   * The bucket that it is uploaded to, in the function's region.
   *
   * @default - it is sent with the function, at most 100 MB
   */
  readonly bucket?: string;
  /**
   * What the object's name begins with; the digest and `.zip` follow.
   *
   * @default - the function's construct path, and `/`
   */
  readonly keyPrefix?: string;
}

/** A zip file, and a digest that changes with its content. */
export interface Package {
  readonly zip: Uint8Array;
  readonly digest: string;
}

/** Reads code from the disk; what is wrong instead, where it cannot. */
export type Packager = (scope: Construct, at: string) => Package | readonly PropProblem[];

const MB = 1024 * 1024;
const MOST_SENT_MB = 100;
const DIGEST_CHARACTERS = 32;

/** Code from the disk: an object in OSS, or sent with the function. */
export function local(
  packager: Packager,
  options: LocalCodeOptions,
  more: Readonly<Record<string, Prop>> = {},
): CodeSource {
  const isOptions = object({ bucket: optional(text()), keyPrefix: optional(text()), ...more });
  // Read once, by the function that uses it first.
  let read: ReturnType<Packager> | undefined;
  return {
    isImage: false,
    check(scope, at) {
      const wrong = isOptions(options, at);
      if (wrong.length > 0) return wrong;
      read ??= packager(scope, at);
      return "zip" in read ? sizeProblems(read.zip, options, at) : read;
    },
    bind(scope, trace, props) {
      const { zip, digest } = read as Package;
      const code = new Construct(scope, "Code");
      const file = addFile(code, "code.zip", digest.slice(0, DIGEST_CHARACTERS), zip);
      if (options.bucket === undefined) return { code: { zipFile: Fn.filebase64(file) } };
      const prefix = options.keyPrefix ?? `${uniqueName(scope, { most: 128 })}/`;
      const uploaded = makeResource(OssBucketObject, code, trace, {
        ...metaArguments(props),
        bucket: options.bucket,
        key: `${prefix}${digest.slice(0, DIGEST_CHARACTERS)}.zip`,
        source: file,
      });
      return { code: { ossBucketName: uploaded.bucket, ossObjectName: uploaded.key } };
    },
  };
}

function sizeProblems(
  zip: Uint8Array,
  options: LocalCodeOptions,
  at: string,
): readonly PropProblem[] {
  const mb = Math.ceil(zip.length / MB);
  if (options.bucket !== undefined || mb <= MOST_SENT_MB) return [];
  return [
    {
      at,
      got: `a zip file of ${mb} MB`,
      expected: `at most ${MOST_SENT_MB} MB in a request`,
      fix: "name a bucket that it is uploaded to: { bucket: … }",
    },
  ];
}
