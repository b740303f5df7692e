import { main } from "../../lib/cli/main";

/** What a run of the command came to. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** What is other than in a plain shell without a terminal. */
export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly terminal?: boolean;
}

/** Runs a command line in a folder, with today as 2026-11-22. */
export function runIn(cwd: string, argv: readonly string[], around: Surroundings = {}): Run {
  const { env = {}, stdin = "", terminal = false } = around;
  const written = { out: "", err: "" };
  const status = main(argv, {
    cwd,
    env,
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    isOutTerminal: terminal,
    isErrTerminal: terminal,
    stdin: () => Buffer.from(stdin),
    today: () => "2026-11-22",
  });
  return { status, ...written };
}

/** A function with a trigger, as Terraform JSON. */
export function triggerJson(config: object, more: object = {}): string {
  return JSON.stringify({
    ...more,
    terraform: {
      required_providers: { alicloud: { source: "aliyun/alicloud", version: "1.289.0" } },
    },
    resource: {
      alicloud_fcv3_trigger: {
        http: {
          function_name: "orders",
          qualifier: "LATEST",
          trigger_name: "http",
          trigger_type: "http",
          trigger_config: JSON.stringify(config),
        },
      },
    },
  });
}

/** Nothing is wrong with it. */
export const FINE = triggerJson({
  authType: "function",
  disableURLInternet: false,
  methods: ["GET"],
});

/** A warning: anybody can call. */
export const OPEN = triggerJson({
  authType: "anonymous",
  disableURLInternet: false,
  methods: ["GET"],
});

/** An error: no method. */
export const WRONG = triggerJson({ authType: "function", disableURLInternet: false, methods: [] });

/** A question: which methods? */
export const QUESTION = triggerJson(
  { authType: "function", disableURLInternet: false, methods: ["GET", "${var.method}"] },
  { variable: { method: { type: "string" } } },
);
