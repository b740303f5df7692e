import { TerraformStack } from "cdktf";
import { FrontDoorError } from "./error";

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
  const entry =
    theirs.name === "cdktf"
      ? `"cdktf": "${theirs.version}"`
      : `"cdktf": "npm:${theirs.name}@${theirs.version}"`;
  throw new FrontDoorError(
    [
      `the stack ${stack.node.path} was made by ${theirs.name} ${theirs.version}, and fc-frontdoor was loaded with ${ours.name} ${ours.version}`,
      "  expected  one version in one program",
      `  fix       put ${entry} into the dependencies of package.json, and install again`,
    ].join("\n"),
  );
}
