import type { Report } from "../policy";
import type { Level, Rule } from "../rules";
import { inRepository } from "./in-repository";

/** The forms that a report can be shown in. */
export const FORMATS = ["text", "json", "sarif", "junit", "github", "markdown", "agent"] as const;

/** One of the forms. */
export type Format = (typeof FORMATS)[number];

/** What a formatter may know beside the report. */
export interface FormatOptions {
  /** The rules that were run, for their titles and levels. */
  readonly rules: readonly Rule[];
  /** The version of the tool. */
  readonly version: string;
  /** `text` only. Default: false. */
  readonly colors?: boolean;
  /** The user's source by the name that a location gives, for code frames. Default: none. */
  readonly source?: (file: string) => string | undefined;
  /** `text` only: nothing but what is at or above the fail level, and the count. Default: false. */
  readonly quiet?: boolean;
  /** The fail level. Default: error. */
  readonly failOn?: Level;
  /** Undecided counts as a failure. Default: false. */
  readonly strictUndecided?: boolean;
  /** `github` and `sarif` only: the working folder as seen from the root of the repository, `app/infra`. Default: the root. */
  readonly base?: string;
}

/**
 * Shows a report. The same report gives the same bytes.
 *
 * @returns lines that end with a line feed each, to be written as they are; empty where the form has nothing to say
 */
export function format(report: Report, name: Format, options: FormatOptions): string {
  const isOfRepository = name === "github" || name === "sarif";
  return FORMATTERS[name]()(isOfRepository ? inRepository(report, options.base) : report, options);
}

type Formatter = (report: Report, options: FormatOptions) => string;

/* eslint-disable @typescript-eslint/no-require-imports -- only the chosen one is loaded */
const FORMATTERS: Readonly<Record<Format, () => Formatter>> = {
  text: () => (require("./terminal") as typeof import("./terminal")).formatTerminal,
  json: () => (require("./json") as typeof import("./json")).formatJson,
  sarif: () => (require("./sarif") as typeof import("./sarif")).formatSarif,
  junit: () => (require("./junit") as typeof import("./junit")).formatJunit,
  github: () => (require("./github") as typeof import("./github")).formatGithub,
  markdown: () => (require("./markdown") as typeof import("./markdown")).formatMarkdown,
  agent: () => (require("./agent") as typeof import("./agent")).formatAgent,
};
