import { TerraformStack } from "cdktf";
import { FrontDoorError } from "./error";
import { discardOutput } from "./output";

interface Copy {
  /** `cdktf` or `cdktn`. */
  readonly name: string;
  readonly version: string;
}

/** Which package made a class, as jsii writes it on the class itself, also where the App's version is a stub. */
function copyOf(type: unknown): Copy | undefined {
  const rtti = Symbol.for("jsii.rtti");
  for (let at = type; typeof at === "function"; at = Object.getPrototypeOf(at)) {
    if (!Object.hasOwn(at, rtti)) continue;
    const { fqn, version } = (at as unknown as Record<symbol, { fqn: string; version: string }>)[
      rtti
    ];
    const [name, ...rest] = fqn.split(".");
    if (rest.join(".") === "TerraformStack") return { name, version };
  }
  return undefined;
}

/**
 * Refuses a stack that another version of cdktf made than the one that this library runs on: the
 * two would fail deep inside each other.
 *
 * @throws FrontDoorError with the line for package.json
 */
export function requireSameCopy(stack: TerraformStack): void {
  const theirs = copyOf(stack.constructor);
  const ours = copyOf(TerraformStack);
  if (!theirs || !ours || (theirs.name === ours.name && theirs.version === ours.version)) return;
  discardOutput(stack);
  const wanted = isSupported(theirs) ? theirs : ours;
  const range = wanted.name === "cdktf" ? wanted.version : `npm:${wanted.name}@${wanted.version}`;
  throw new FrontDoorError(
    [
      `two versions of cdktf in one program`,
      `  got       the stack ${stack.node.path} of ${theirs.name} ${theirs.version}, and fc-frontdoor on ${ours.name} ${ours.version}`,
      `  expected  one version`,
      `  fix       put "cdktf": "${range}" into the dependencies of package.json, import from "cdktf" only, and install again`,
    ].join("\n"),
  );
}

/** The peer range of this package: `>=0.21.0 <0.25.0`. */
function isSupported({ version }: Copy): boolean {
  const [major, minor] = version.split(".").map(Number);
  return major === 0 && minor >= 21 && minor < 25;
}
