import type { Construct } from "constructs";
import { type PropProblem, list, literalText, optional } from "../../props";
import type { ConstructProps, Trace } from "../../synth";
import { folderPackage } from "./folder";
import { image } from "./image";
import { type LocalCodeOptions, local } from "./local";
import { type OssCodeLocation, ossObject } from "./oss";
import type { BoundCode, CodeSource } from "./source";
import { zipFilePackage } from "./zip-file";

/** How a local folder becomes a function's code. */
export interface FolderCodeOptions extends LocalCodeOptions {
  /**
   * What is left out: patterns on paths relative to the folder, such as `**\/*.test.js`; one that
   * matches a folder leaves out all that is in it.
   *
   * @default - nothing
   */
  readonly exclude?: string[];
}

/** Where a function's code is. */
export class Code {
  /**
   * A zip file in OSS, in the function's region. Put a digest of the content into the object's
   * name: an object that is replaced under the same name is no change for Terraform.
   *
   * @param location bucket and object
   */
  public static fromOss(location: OssCodeLocation): Code {
    return new Code(ossObject(location));
  }

  /**
   * A zip file on the disk. With a bucket it is uploaded to OSS under a name that holds its digest;
   * without, it is sent with the function, up to 100 MB. Either way a change of it is a change of the
   * function.
   *
   * @param path relative to the folder of cdktf.json
   * @param options where it is uploaded
   */
  public static fromZipFile(path: string, options: LocalCodeOptions = {}): Code {
    return new Code(local(zipFilePackage(path), options));
  }

  /**
   * A folder on the disk, zipped reproducibly: the same content gives the same bytes on every
   * machine, so only a change of the content is a change of the function. Every file can be executed.
   * It travels as with `fromZipFile`.
   *
   * @param path relative to the folder of cdktf.json
   * @param options what is left out, and where it is uploaded
   */
  public static fromFolder(path: string, options: FolderCodeOptions = {}): Code {
    const exclude = optional(list(literalText()));
    return new Code(
      local(folderPackage(path, options?.exclude ?? undefined), options, { exclude }),
    );
  }

  /**
   * A container image, for `Runtime.CUSTOM_CONTAINER`.
   *
   * @param uri the image with its tag or, better, its digest: `registry-vpc.cn-hangzhou.aliyuncs.com/shop/orders@sha256:…`
   */
  public static fromImage(uri: string): Code {
    return new Code(image(uri));
  }

  private constructor(private readonly source: CodeSource) {}

  /** Whether it is a container image. */
  public get isImage(): boolean {
    return this.source.isImage;
  }

  /** @internal */
  public _check(scope: Construct, at: string): readonly PropProblem[] {
    return this.source.check(scope, at);
  }

  /** @internal */
  public _bind(scope: Construct, trace: Trace, props: ConstructProps): BoundCode {
    return this.source.bind(scope, trace, props);
  }
}
