import { type Issue, Unknown, inside, isAbsent, isRecord, textIssues, wrongKind } from "./issue";
import type { Problem } from "./problem";
import { regularExpressionProblem } from "./regular-expression";

/** The most characters of `match` and of `replacement`. Source: CreateCustomDomain, `rewriteConfig`. */
export const MOST_REWRITE_CHARACTERS = 256;

/** The kinds of rewrite rules, as `rewrite_config` spells them. */
export const REWRITE_KINDS = ["equal_rules", "regex_rules", "wildcard_rules"] as const;

/** One of the kinds of rewrite rules. */
export type RewriteKind = (typeof REWRITE_KINDS)[number];

/**
 * What is wrong with a `rewrite_config`: a rule without `match` or `replacement`, one that is too
 * long, a regular expression that no dialect compiles, or one among the wildcard rules. The
 * dialect of the platform is not published.
 *
 * Source: CreateCustomDomain, `rewriteConfig`.
 *
 * @param asRegex how a rule is made a regular expression
 */
export function rewriteIssues(config: unknown, asRegex = AS_REGEX): readonly Issue[] {
  if (config instanceof Unknown) return [{ path: [] }];
  return rulesOf(config).flatMap(({ kind, path, rule }) => {
    if (rule instanceof Unknown) return [{ path }];
    if (!isRecord(rule)) return [{ path, problem: wrongKind(rule, "match and replacement") }];
    return inside(path, [
      ...inside(["match"], matchIssues(kind, rule.match, asRegex)),
      ...inside(["replacement"], replacementIssues(kind, rule.replacement)),
    ]);
  });
}

/** What speaks against a `rewrite_config`: a wildcard among the regular expressions, where it is one too, of another meaning. */
export function rewriteDoubts(config: unknown): readonly Issue[] {
  return rulesOf(config).flatMap(({ kind, path, rule }) => {
    if (kind !== "regex_rules" || !isRecord(rule) || typeof rule.match !== "string") return [];
    const problem = wildcardAsRegexProblem(rule.match);
    return problem ? [{ path: [...path, "match"], problem }] : [];
  });
}

interface Placed {
  readonly kind: RewriteKind;
  readonly path: Issue["path"];
  readonly rule: unknown;
}

/** The rules, each block written as an object or in a list. */
function rulesOf(config: unknown): readonly Placed[] {
  if (!isRecord(config)) return [];
  return REWRITE_KINDS.flatMap((kind): readonly Placed[] => {
    const rules = config[kind];
    if (isAbsent(rules)) return [];
    if (!Array.isArray(rules)) return [{ kind, path: [kind], rule: rules }];
    return rules.map((rule: unknown, index) => ({ kind, path: [kind, index], rule }));
  });
}

/** In the words of Terraform. */
const AS_REGEX = "move the rule to regex_rules";

function matchIssues(kind: RewriteKind, match: unknown, asRegex: string): readonly Issue[] {
  const expected = "what the path has to match";
  return textIssues(
    isAbsent(match) || match === "" ? undefined : written(match),
    expected,
    lengthProblem,
    ...(kind === "regex_rules" ? [regularExpressionProblem] : []),
    ...(kind === "wildcard_rules" ? [(text: string) => regexAsWildcardProblem(text, asRegex)] : []),
  );
}

function replacementIssues(kind: RewriteKind, replacement: unknown): readonly Issue[] {
  // What a regular expression matches may be taken away.
  const isNothing = isAbsent(replacement) || (replacement === "" && kind !== "regex_rules");
  return textIssues(
    isNothing ? undefined : written(replacement),
    "what the match is replaced with",
    lengthProblem,
  );
}

/** Terraform makes text of numbers and booleans. */
function written(value: unknown): unknown {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}

function lengthProblem(text: string): Problem | undefined {
  if (text.length <= MOST_REWRITE_CHARACTERS) return undefined;
  return {
    got: `${text.length} characters`,
    expected: `at most ${MOST_REWRITE_CHARACTERS} characters`,
    fix: "shorten it, or divide it into several rules",
  };
}

/** What is wrong with a wildcard: it has what only a regular expression has. */
export function regexAsWildcardProblem(match: string, asRegex = AS_REGEX): Problem | undefined {
  const sign =
    /^\^/.exec(match)?.[0] ??
    /\([^)]*\)/.exec(match)?.[0] ??
    /\\./.exec(match)?.[0] ??
    /\.[*+]\?/.exec(match)?.[0] ??
    /\[[^\]]*\]/.exec(match)?.[0];
  if (sign === undefined) return undefined;
  return {
    got: `${JSON.stringify(match)}, with ${JSON.stringify(sign)} of a regular expression`,
    expected: 'a path in which "*" stands for anything, such as "/api/*"',
    fix: `${asRegex}, or write it as a path`,
  };
}

/** What speaks against a regular expression: it is written as a wildcard, whose `/*` means any number of slashes here. */
export function wildcardAsRegexProblem(match: string): Problem | undefined {
  if (!match.endsWith("/*")) return undefined;
  const body = match.replace(/^\^/, "").slice(0, -"/*".length);
  // With anything else of a regular expression the end is likely meant as it stands.
  if (/[\\()[\]{}+?|$]|\.\*/.test(body)) return undefined;
  const prefix = body.replaceAll("/*", "/");
  return {
    got: `${JSON.stringify(match)}, in which "/*" is any number of slashes`,
    expected: 'a regular expression, such as "^/api/(.*)"',
    fix: `write ${JSON.stringify(`^${prefix}/(.*)`)}, or move the rule to wildcard_rules`,
  };
}
