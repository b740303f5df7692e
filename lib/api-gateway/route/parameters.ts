/** Where a parameter of a request is. Source: CreateApi, `RequestParameters.Location`. */
export enum RequestParameterLocation {
  /** In the path, in square brackets. */
  PATH = "PATH",
  /** In the query. */
  QUERY = "QUERY",
  /** In a header. */
  HEAD = "HEAD",
  /** A field of a form. */
  BODY = "BODY",
}

/** What a parameter of a request is. Source: CreateApi, `RequestParameters.ParameterType`. */
export enum RequestParameterType {
  /** Text. */
  STRING = "STRING",
  /** A whole number of 32 bits. */
  INT = "INT",
  /** A whole number of 64 bits. */
  LONG = "LONG",
  /** A number with a fraction, of 32 bits. */
  FLOAT = "FLOAT",
  /** A number with a fraction, of 64 bits. */
  DOUBLE = "DOUBLE",
  /** `true` or `false`. */
  BOOLEAN = "BOOLEAN",
}

/** A parameter of a request: where callers put it, and where the function finds it. */
export interface RequestParameter {
  /** Its name, as callers write it. */
  readonly name: string;
  /** Where callers put it. */
  readonly location: RequestParameterLocation;
  /**
   * What it is.
   *
   * @default RequestParameterType.STRING
   */
  readonly type?: RequestParameterType;
  /**
   * Whether a request without it is refused. One in the path always has to be there.
   *
   * @default - true in the path, false elsewhere
   */
  readonly required?: boolean;
  /**
   * What the function gets where a caller leaves it out.
   *
   * @default - nothing
   */
  readonly defaultValue?: string;
  /**
   * What it is for.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * The name by which the function knows it.
   *
   * @default - its own
   */
  readonly backendName?: string;
  /**
   * Where the function finds it.
   *
   * @default - where callers put it
   */
  readonly backendLocation?: RequestParameterLocation;
}

/** Something that the gateway adds to each request. Source: CreateApi, `ConstantParameters`. */
export interface ConstantParameter {
  /** The name by which the function knows it. */
  readonly name: string;
  /** Where the function finds it: in a header or in the query. */
  readonly location: RequestParameterLocation;
  /** What it is. It is no place for a secret: whoever may read the API reads it. */
  readonly value: string;
  /**
   * What it is for.
   *
   * @default - none
   */
  readonly description?: string;
}

/** What the gateway knows about a request. Source: CreateApi, `SystemParameters`. */
export enum SystemParameterName {
  /** The caller's address. */
  CLIENT_IP = "CaClientIp",
  /** The domain by which the caller came. */
  DOMAIN = "CaDomain",
  /** When the gateway got the request. */
  REQUEST_HANDLE_TIME = "CaRequestHandleTime",
  /** The id of the calling app. */
  APP_ID = "CaAppId",
  /** The id of the request. */
  REQUEST_ID = "CaRequestId",
  /** The scheme by which the caller came: http or https. */
  HTTP_SCHEMA = "CaHttpSchema",
  /** The gateway's own name. */
  PROXY = "CaProxy",
}

/** Something that the gateway tells the function about each request. */
export interface SystemParameter {
  /** What it tells. */
  readonly systemName: SystemParameterName;
  /** The name by which the function knows it. */
  readonly name: string;
  /**
   * Where the function finds it: in a header or in the query.
   *
   * @default RequestParameterLocation.HEAD
   */
  readonly location?: RequestParameterLocation;
}
