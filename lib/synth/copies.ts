import type { IConstruct } from "constructs";
import { version } from "../facts/own-version";
import { FrontDoorError } from "./error";

/** This copy of the library, as another copy sees it. */
interface Copy {
  readonly version: string;
}

const OURS: Copy = {
  get version() {
    return version();
  },
};

/** The same in every copy. */
const MARK = Symbol.for("fc-frontdoor.copy");

/** What to do where a package brings the library along. */
export const ONE_COPY =
  'put "fc-frontdoor" into the peerDependencies of the package that brings its own, not into its dependencies, and install again';

/**
 * Refuses a construct tree in which another copy of this library has constructs or blueprints: neither
 * would know what the other one has declared.
 *
 * @throws FrontDoorError with the versions of both
 */
export function requireOneCopy(root: IConstruct): void {
  const marked = root as IConstruct & { [MARK]?: Copy };
  const theirs = marked[MARK];
  if (theirs === undefined) {
    Object.defineProperty(root, MARK, { value: OURS });
    return;
  }
  if (theirs === OURS) return;
  throw new FrontDoorError(
    [
      "two copies of fc-frontdoor in one program",
      `  got       fc-frontdoor ${theirs.version}, and ${otherCopy(OURS.version, theirs.version)}`,
      "  expected  one copy",
      `  fix       ${ONE_COPY}`,
    ].join("\n"),
  );
}

/** A copy, beside one of some version. */
export function otherCopy(one: string, beside: string): string {
  return one === beside ? `another copy of fc-frontdoor ${one}` : `fc-frontdoor ${one}`;
}

/**
 * The version of the copy of this library that made an object, where its class is one of that name;
 * undefined where it is none. jsii writes on each class which it is.
 */
export function copyThatMade(value: unknown, className: string): string | undefined {
  const rtti = Symbol.for("jsii.rtti");
  let type: unknown = (value as { constructor?: unknown } | null | undefined)?.constructor;
  for (; typeof type === "function"; type = Object.getPrototypeOf(type)) {
    if (!Object.hasOwn(type, rtti)) continue;
    const { fqn, version: made } = (
      type as unknown as Record<symbol, { fqn?: unknown; version?: unknown }>
    )[rtti];
    if (fqn === `fc-frontdoor.${className}`) return String(made);
  }
  return undefined;
}
