/** How a function is run. */
export enum RuntimeClass {
  /** By a language runtime of the service, which calls a handler. One call at a time in an instance. */
  BUILT_IN = "built-in",
  /** By a server of one's own on an image of the service. */
  CUSTOM = "custom",
  /** By a container image of one's own. */
  CONTAINER = "container",
}

/**
 * A runtime of Function Compute 3.0, with its class: what the class allows depends on it. WebSocket,
 * gRPC, Server-Sent Events and several calls at a time need a custom runtime or a container.
 *
 * Source: the provider's `alicloud_fcv3_function`, argument `runtime`.
 */
export class Runtime {
  /** Custom runtime on Debian 9. */
  public static readonly CUSTOM = Runtime.of("custom", RuntimeClass.CUSTOM);
  /** Custom runtime on Debian 10. */
  public static readonly CUSTOM_DEBIAN10 = Runtime.of("custom.debian10", RuntimeClass.CUSTOM);
  /** Custom runtime on Debian 11. */
  public static readonly CUSTOM_DEBIAN11 = Runtime.of("custom.debian11", RuntimeClass.CUSTOM);
  /** Custom runtime on Debian 12. */
  public static readonly CUSTOM_DEBIAN12 = Runtime.of("custom.debian12", RuntimeClass.CUSTOM);
  /** A container image. */
  public static readonly CUSTOM_CONTAINER = Runtime.of("custom-container", RuntimeClass.CONTAINER);
  /** .NET Core 3.1. */
  public static readonly DOTNETCORE3_1 = Runtime.of("dotnetcore3.1", RuntimeClass.BUILT_IN);
  /** Go 1. */
  public static readonly GO1 = Runtime.of("go1", RuntimeClass.BUILT_IN);
  /** Java 8. */
  public static readonly JAVA8 = Runtime.of("java8", RuntimeClass.BUILT_IN);
  /** Java 11. */
  public static readonly JAVA11 = Runtime.of("java11", RuntimeClass.BUILT_IN);
  /** Node.js 14. */
  public static readonly NODEJS14 = Runtime.of("nodejs14", RuntimeClass.BUILT_IN);
  /** Node.js 16. */
  public static readonly NODEJS16 = Runtime.of("nodejs16", RuntimeClass.BUILT_IN);
  /** Node.js 18. */
  public static readonly NODEJS18 = Runtime.of("nodejs18", RuntimeClass.BUILT_IN);
  /** Node.js 20. */
  public static readonly NODEJS20 = Runtime.of("nodejs20", RuntimeClass.BUILT_IN);
  /** PHP 7.2. */
  public static readonly PHP7_2 = Runtime.of("php7.2", RuntimeClass.BUILT_IN);
  /** Python 3.6. */
  public static readonly PYTHON3 = Runtime.of("python3", RuntimeClass.BUILT_IN);
  /** Python 3.9. */
  public static readonly PYTHON3_9 = Runtime.of("python3.9", RuntimeClass.BUILT_IN);
  /** Python 3.10. */
  public static readonly PYTHON3_10 = Runtime.of("python3.10", RuntimeClass.BUILT_IN);
  /** Python 3.12. */
  public static readonly PYTHON3_12 = Runtime.of("python3.12", RuntimeClass.BUILT_IN);

  /**
   * A runtime that is newer than this library.
   *
   * @param name as the service writes it: `custom.debian13`
   * @param runtimeClass how it runs a function
   */
  public static of(name: string, runtimeClass: RuntimeClass): Runtime {
    return new Runtime(name, runtimeClass);
  }

  private constructor(
    /** As the service writes it. */
    public readonly name: string,
    /** How it runs a function. */
    public readonly runtimeClass: RuntimeClass,
  ) {}
}
