import { existsSync } from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceLocation } from "../graph";
import { captureStack } from "./without-stacks";

/** Frames deeper than this are a framework's: the user's own line is nearer. */
const FRAMES = 24;

/** This library's own code, compiled (`dist`) or not (`lib`). */
const OWN_FOLDER = path.resolve(__dirname, "..") + path.sep;

/** Where a construct was made: captured at once, formatted when it is asked for. */
export class Trace {
  private readonly holder: { stack?: string } = {};
  private found?: { readonly location: SourceLocation | undefined };

  /** @param below the function whose caller is of interest */
  public constructor(below: (...args: never[]) => unknown) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = FRAMES;
    captureStack(this.holder, below);
    Error.stackTraceLimit = limit;
  }

  /** The first frame outside `node_modules` and this library; undefined in the jsii languages, whose frames are not the user's. */
  public get location(): SourceLocation | undefined {
    this.found ??= { location: this.locate() };
    return this.found.location;
  }

  private locate(): SourceLocation | undefined {
    if (process.env.JSII_AGENT) return undefined;
    for (const line of (this.holder.stack ?? "").split("\n")) {
      const frame = /^\s*at (?:.*\()?(.+?):(\d+):(\d+)\)?$/.exec(line);
      if (!frame) continue;
      const file = frame[1].startsWith("file:") ? fileURLToPath(frame[1]) : frame[1];
      if (!path.isAbsolute(file) || file.startsWith(OWN_FOLDER)) continue;
      if (file.split(path.sep).includes("node_modules")) continue;
      return {
        file: path
          .relative(projectOf(path.dirname(file)), file)
          .split(path.sep)
          .join("/"),
        line: Number(frame[2]),
        column: Number(frame[3]),
      };
    }
    return undefined;
  }
}

const projects = new Map<string, string>();

/** The nearest folder upwards with a `cdktf.json`, else with a `package.json`, so that a location does not depend on where the program was started. */
function projectOf(folder: string): string {
  let project = projects.get(folder);
  if (project === undefined) {
    project = nearest(folder, "cdktf.json") ?? nearest(folder, "package.json") ?? process.cwd();
    projects.set(folder, project);
  }
  return project;
}

function nearest(folder: string, file: string): string | undefined {
  if (existsSync(path.join(folder, file))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : nearest(parent, file);
}
