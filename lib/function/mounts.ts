import { countProblem } from "../facts/function-limits";
import { type Check, bool, list, number, object, optional, required, text } from "../props";

/** A folder of a NAS file system in the function's file system. */
export interface NasMountPoint {
  /** The mount target, with the folder behind it: `1d2e3f-abc.cn-hangzhou.nas.aliyuncs.com:/orders`. */
  readonly serverAddress: string;
  /** Where the function sees it: `/mnt/orders`. */
  readonly mountDirectory: string;
  /**
   * Whether the transport is encrypted. Only general-purpose NAS can.
   *
   * @default false
   */
  readonly enableTls?: boolean;
}

/** What a function mounts from NAS. The function has to be in a VPC that reaches the mount targets. */
export interface NasOptions {
  /** The mount points, at most 5. */
  readonly mountPoints: NasMountPoint[];
  /**
   * The POSIX user that files belong to.
   *
   * @default 0, root: the provider sends it
   */
  readonly userId?: number;
  /**
   * The POSIX group that files belong to.
   *
   * @default 0, root: the provider sends it
   */
  readonly groupId?: number;
}

/** A folder of an OSS bucket in the function's file system. The function's role has to allow it. */
export interface OssMountPoint {
  /** The bucket's name. */
  readonly bucket: string;
  /** The endpoint through which it is reached: `http://oss-cn-hangzhou-internal.aliyuncs.com`. */
  readonly endpoint: string;
  /** Where the function sees it: `/mnt/data`. */
  readonly mountDirectory: string;
  /**
   * The folder in the bucket.
   *
   * @default - the whole bucket
   */
  readonly bucketPath?: string;
  /**
   * Whether the function can only read.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Whether the props of the NAS mounts are right. */
export function nasProps(): Check {
  const mountPoint = object({
    serverAddress: required(text()),
    mountDirectory: required(text()),
    enableTls: optional(bool()),
  });
  return object({
    mountPoints: required(
      list(mountPoint, (points) => countProblem("NAS mount points", points.length)),
    ),
    userId: optional(number()),
    groupId: optional(number()),
  });
}

/** The block `nas_config`. */
export function nasBlock({ mountPoints, userId, groupId }: NasOptions) {
  return {
    userId,
    groupId,
    mountPoints: mountPoints.map((point) => ({
      serverAddr: point.serverAddress,
      mountDir: point.mountDirectory,
      enableTls: point.enableTls,
    })),
  };
}

/** Whether the props of the OSS mounts are right. */
export function ossMountProps(): Check {
  const mountPoint = object({
    bucket: required(text()),
    endpoint: required(text()),
    mountDirectory: required(text()),
    bucketPath: optional(text()),
    readOnly: optional(bool()),
  });
  return list(mountPoint, (points) => countProblem("OSS mount points", points.length));
}

/** The block `oss_mount_config`. */
export function ossMountBlock(points: readonly OssMountPoint[]) {
  return {
    mountPoints: points.map((point) => ({
      bucketName: point.bucket,
      bucketPath: point.bucketPath ?? "/",
      endpoint: point.endpoint,
      mountDir: point.mountDirectory,
      readOnly: point.readOnly,
    })),
  };
}
