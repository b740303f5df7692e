import { Token } from "cdktf";
import { sessionFacts } from "../facts/session";
import { type Prop, type PropProblem, number, object, optional, required, text } from "../props";
import { jsonText } from "../synth";

/** How the service keeps a session, and for how long. Times are in seconds. */
export interface SessionOptions {
  /**
   * How many sessions one instance has at a time. 1 to 200, and at most `instanceConcurrency`.
   *
   * @default 20, and at most `instanceConcurrency`
   */
  readonly sessionsPerInstance?: number;
  /**
   * How long a session lives. 1 to 21600.
   *
   * @default 21600
   */
  readonly ttlSeconds?: number;
  /**
   * How long it may be idle. 0 to 21600, and at most `ttlSeconds`.
   *
   * @default 1800, and at most `ttlSeconds`
   */
  readonly idleTimeoutSeconds?: number;
}

/**
 * By what the service sends the calls of one session to one instance.
 *
 * Source: session affinity, "General limitations and principles".
 */
export class SessionAffinity {
  /** Calls are spread as they come. */
  public static readonly NONE = new SessionAffinity("NONE", {});

  /**
   * By a cookie that the service makes.
   *
   * @param options how long a session lives
   */
  public static cookie(options: SessionOptions = {}): SessionAffinity {
    return new SessionAffinity("GENERATED_COOKIE", options, (calls) => timesOf(options, calls));
  }

  /**
   * By a header of the request.
   *
   * @param name 5 to 40 of letters, digits, `-` and `_`, the first a letter; not beginning with `x-fc-`
   * @param options how long a session lives
   */
  public static header(name: string, options: SessionOptions = {}): SessionAffinity {
    return new SessionAffinity("HEADER_FIELD", { header: name, ...options }, (calls) => ({
      affinityHeaderFieldName: name,
      ...timesOf(options, calls),
    }));
  }

  /**
   * By the session id of the Model Context Protocol over Server-Sent Events.
   *
   * @param endpointPath the path of the server's event stream: `/sse`
   * @param sessionsPerInstance how many sessions one instance has at a time: 1 to 200, by default
   *   20, and at most `instanceConcurrency`
   */
  public static mcpSse(endpointPath: string, sessionsPerInstance?: number): SessionAffinity {
    return new SessionAffinity("MCP_SSE", { endpointPath, sessionsPerInstance }, (calls) => ({
      sseEndpointPath: endpointPath,
      ...sessionsOf({ sessionsPerInstance }, calls),
    }));
  }

  private constructor(
    private readonly kind: string,
    private readonly given: object,
    private readonly config?: (callsPerInstance: number) => object,
  ) {}

  /** @internal */
  public get _kind(): string {
    return this.kind;
  }

  /** @internal */
  public _check(at: string): readonly PropProblem[] {
    const known =
      this.kind === "HEADER_FIELD" ? ["header"] : this.kind === "MCP_SSE" ? ["endpointPath"] : [];
    const needed = Object.fromEntries(known.map((name) => [name, ARGUMENTS[name]]));
    return object({ ...needed, ...OPTIONS })(this.given, at);
  }

  /** @internal */
  public _config(callsPerInstance: number = 1): string | undefined {
    return this.config && jsonText(this.config(callsPerInstance));
  }
}

/** How instances are shared. */
export enum InstanceIsolation {
  /** Calls share instances. */
  SHARE = "SHARE",
  /** A session has its instance for itself; needs a session affinity. */
  SESSION_EXCLUSIVE = "SESSION_EXCLUSIVE",
  /** A call has its instance for itself; no session affinity then. */
  REQUEST_EXCLUSIVE = "REQUEST_EXCLUSIVE",
}

const ARGUMENTS: Readonly<Record<string, Prop>> = {
  header: required(text(sessionFacts.header)),
  endpointPath: required(text()),
};

const OPTIONS = {
  sessionsPerInstance: optional(number(sessionFacts.perInstance)),
  ttlSeconds: optional(number(sessionFacts.ttl)),
  idleTimeoutSeconds: optional(number(sessionFacts.idle)),
};

const USUAL = { sessionsPerInstance: 20, ttlSeconds: 21600, idleTimeoutSeconds: 1800 };

/** All is written: what the service would add is a change in the provider's eyes. */
function timesOf(options: SessionOptions, callsPerInstance: number): object {
  const ttl = options.ttlSeconds ?? USUAL.ttlSeconds;
  return {
    ...sessionsOf(options, callsPerInstance),
    sessionTTLInSeconds: ttl,
    sessionIdleTimeoutInSeconds: options.idleTimeoutSeconds ?? least(USUAL.idleTimeoutSeconds, ttl),
  };
}

function sessionsOf({ sessionsPerInstance }: SessionOptions, callsPerInstance: number): object {
  return {
    sessionConcurrencyPerInstance:
      sessionsPerInstance ?? least(USUAL.sessionsPerInstance, callsPerInstance),
  };
}

/** A limit that is a reference counts as high enough. */
function least(usual: number, limit: number): number {
  return Token.isUnresolved(limit) ? usual : Math.min(usual, limit);
}
