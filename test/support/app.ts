import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { App, type AppConfig, type TerraformStack, Testing } from "cdktf";
import type { Construct } from "constructs";
import { Fcv3Trigger, type Fcv3TriggerConfig } from "../../lib/alicloud/fcv3-trigger";
import { AlicloudProvider } from "../../lib/alicloud/provider";
import { literally } from "../../lib/facts/regular-expression";

/** What a manifest says of a stack. */
export interface SynthesisedStack {
  readonly annotations: readonly { level: string; constructPath: string; message: string }[];
  readonly dependencies: readonly string[];
}

/** An App with a folder of its own, and what is in the folder. */
export class Project {
  public readonly folder = mkdtempSync(path.join(tmpdir(), "frontdoor-"));

  /** The app; each call makes another one with the same folder, as the next run would. */
  public app(config: AppConfig = {}): App {
    return Testing.stubVersion(new App({ outdir: this.folder, stackTraces: false, ...config }));
  }

  /** The manifest; undefined where there is none. */
  public get manifest(): { readonly stacks: Record<string, SynthesisedStack> } | undefined {
    return this.json("manifest.json");
  }

  /** The annotations of all stacks, as `cdktf synth` prints them. */
  public get printed(): readonly string[] {
    return Object.values(this.manifest?.stacks ?? {}).flatMap(({ annotations }) =>
      annotations.map(
        ({ level, constructPath, message }) => `${level} [${constructPath}] ${message}`,
      ),
    );
  }

  /** The stacks of which there is a `cdk.tf.json`. */
  public written(...stacks: readonly string[]): readonly string[] {
    return stacks.filter((stack) => this.has(`stacks/${stack}/cdk.tf.json`));
  }

  /** A stack's JSON. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look anywhere in it
  public stack(name: string): any {
    return this.json(`stacks/${name}/cdk.tf.json`);
  }

  /** Whether a file is there. */
  public has(file: string): boolean {
    return existsSync(path.join(this.folder, file));
  }

  private json(file: string) {
    const at = path.join(this.folder, file);
    return existsSync(at) ? JSON.parse(readFileSync(at, "utf8")) : undefined;
  }
}

/** A provider, without which cdktf's own validation refuses a stack. */
export function provider(stack: TerraformStack): AlicloudProvider {
  return new AlicloudProvider(stack, "alicloud", { region: "cn-hangzhou" });
}

/** A raw HTTP trigger of the function `orders`. */
export function trigger(
  scope: Construct,
  id: string,
  config: Partial<Fcv3TriggerConfig> = {},
): Fcv3Trigger {
  return new Fcv3Trigger(scope, id, {
    functionName: "orders",
    qualifier: "live",
    triggerType: "http",
    triggerName: id,
    triggerConfig: JSON.stringify({
      authType: "function",
      disableURLInternet: false,
      methods: ["GET"],
    }),
    ...config,
  });
}

/** Two HTTP triggers on one qualifier, the second of which is one too many: an error of a locked rule. */
export function twoTriggers(scope: Construct, first = "first", second = "second"): void {
  trigger(scope, first);
  trigger(scope, second);
}

/** The text of what a call throws. */
export function thrownBy(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("it threw nothing");
}

/** The line of what is thrown that says where the user's own code is: here that of a test. */
export function ownLine(testFile: string, construct: string): unknown {
  const place = literally(path.relative(path.join(__dirname, "../.."), testFile));
  return expect.stringMatching(
    new RegExp(`^ {2}at {8}${place}:\\d+:\\d+ \\(${literally(construct)}\\)$`),
  );
}
