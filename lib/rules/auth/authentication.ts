import { type Issue, type Path, Unknown, isRecord } from "../../facts/issue";
import type { Value } from "../../graph";
import { type Where, judge } from "../judge";
import type { Place, Verdict } from "../rule";
import { at, undecided } from "../verdict";

/** How callers of a trigger or a custom domain are told apart, as the configuration has it. */
export interface Authentication {
  /** The trigger or the domain. */
  readonly resource: Place;
  /** The path to its `authConfig`: `["trigger_config", "authConfig"]`. */
  readonly path: Path;
  /** `authType`. */
  readonly type: Value;
  /** `authConfig`, as an object. */
  readonly config: Value;
}

/**
 * The verdicts on an `authConfig` of one authentication type. Where the type is not known, a
 * finding is undecided. What is no object, or empty, is left to `auth-config`.
 *
 * @param type the authentication type that the fact is about
 * @param issuesOf what is wrong with an `authConfig` of that type
 */
export function* judgeAuthConfig(
  { resource, path, type: actual, config }: Authentication,
  type: string,
  where: Pick<Where, "message" | "level">,
  issuesOf: (config: Readonly<Record<string, unknown>>) => readonly Issue[],
): Iterable<Verdict> {
  if (!actual.isUnknown && actual.text !== type) return;
  const verdicts = [
    ...judge(resource, { path, ...where }, config, (plain) => {
      if (plain instanceof Unknown) return [{ path: [] }];
      return isRecord(plain) && Object.keys(plain).length > 0 ? issuesOf(plain) : [];
    }),
  ];
  if (!actual.isUnknown) yield* verdicts;
  else if (verdicts.length > 0) {
    const { message, level } = where;
    const open = verdicts.flatMap((verdict) =>
      verdict.answer === "undecided" ? verdict.needs : [],
    );
    yield undecided(resource, { attribute: at(...path), message, level }, [actual, ...open]);
  }
}
