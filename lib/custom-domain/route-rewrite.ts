import { Token } from "cdktf";
import { type RewriteKind, rewriteIssues } from "../facts/rewrite";
import { type PropProblem, issues } from "../props";
import { escapeTemplate } from "../synth/template";

/** A rule of `rewrite_config`. */
interface RewriteRule {
  /** What the path has to match. */
  readonly match: string;
  /** What the match is replaced with. */
  readonly replacement: string;
}

/**
 * A rule by which a route changes the path of a request before the function sees it.
 *
 * Source: "Configure custom domain names", rewrite rules; CreateCustomDomain, `rewriteConfig`.
 */
export class RouteRewrite {
  /**
   * Replaces one path by another: `/old` by `/new`.
   *
   * @param match the whole path, at most 256 characters
   * @param replacement the new path, at most 256 characters
   */
  public static equal(match: string, replacement: string): RouteRewrite {
    return new RouteRewrite("equal_rules", match, replacement);
  }

  /**
   * Replaces a path by its parts: `/api/*` by `/$1`.
   *
   * @param match a path in which `*` stands for anything, at most 256 characters; no regular expression
   * @param replacement the new path, with `$1` for what the first `*` stands for, at most 256 characters
   */
  public static wildcard(match: string, replacement: string): RouteRewrite {
    return new RouteRewrite("wildcard_rules", match, replacement);
  }

  /**
   * Replaces what a regular expression matches: `^/api/.+?/(.*)` by `/api/v2/$1`.
   *
   * @param match a regular expression, at most 256 characters
   * @param replacement what the match is replaced with, with `$1` for the first group, at most 256 characters; may be empty
   */
  public static regex(match: string, replacement: string): RouteRewrite {
    return new RouteRewrite("regex_rules", match, replacement);
  }

  private constructor(
    private readonly kind: RewriteKind,
    private readonly match: string,
    private readonly replacement: string,
  ) {}

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    const { kind, match, replacement } = this;
    const own = issues((rule) =>
      rewriteIssues({ [kind]: [rule] }, AS_REGEX).map(({ path, problem }) => ({
        path: path.slice(2),
        problem,
      })),
    );
    return own({ match, replacement }, at);
  }

  /** @internal */
  public get _kind(): RewriteKind {
    return this.kind;
  }

  /** @internal */
  public get _rule(): RewriteRule {
    return { match: written(this.match), replacement: written(this.replacement) };
  }
}

const AS_REGEX = "use RouteRewrite.regex";

/** `${1}` is no template of Terraform's here. */
function written(text: string): string {
  return Token.isUnresolved(text) ? text : escapeTemplate(text);
}
