import type { Fcv3CustomDomainRouteConfigRoutes } from "../alicloud/fcv3-custom-domain";
import { methodsIssues } from "../facts/methods";
import { routePathProblem } from "../facts/route-path";
import type { IQualifiedFunction } from "../function/function-ref";
import type { HttpMethod } from "../http-trigger/http-method";
import { targetCheck } from "../http-trigger/target";
import {
  type PropProblem,
  given,
  issues,
  list,
  literal,
  object,
  optional,
  own,
  required,
  text,
} from "../props";
import { RouteRewrite } from "./route-rewrite";

/** Which requests a route takes, and what it makes of them. */
export interface DomainRouteOptions {
  /**
   * The path of the requests: an exact one (`/orders`), or all below it (`/orders/*`). Unique in the
   * domain; at most 2048 characters.
   *
   * @default "/*"
   */
  readonly path?: string;
  /**
   * The methods that it takes, at least one, none twice. Written in alphabetical order, whatever
   * their order here. Browsers on other origins need OPTIONS among them.
   *
   * @default - not stated: every method
   */
  readonly methods?: HttpMethod[];
  /**
   * How the path is changed before the function sees it.
   *
   * @default - it stays as it is
   */
  readonly rewrite?: RouteRewrite[];
}

/**
 * A route of a custom domain: requests on a path call a function. It needs no HTTP trigger; the
 * domain's own authentication and the route's own methods apply.
 *
 * Source: "Configure custom domain names", routes; CreateCustomDomain, `routeConfig`.
 */
export class DomainRoute {
  /**
   * To a function (LATEST), a version or an alias, in the region of the domain.
   *
   * @param target what is called
   * @param options path, methods and rewrite rules
   */
  public static to(target: IQualifiedFunction, options: DomainRouteOptions = {}): DomainRoute {
    return new DomainRoute(target, options);
  }

  private constructor(
    private readonly target: IQualifiedFunction,
    private readonly options: DomainRouteOptions,
  ) {}

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return [
      ...object({ target: required(targetCheck()) })({ target: this.target }, at),
      ...CHECK(this.options ?? {}, at),
    ];
  }

  /** @internal */
  public get _target(): IQualifiedFunction {
    return this.target;
  }

  /** @internal */
  public get _path(): string {
    return this.options?.path ?? "/*";
  }

  /** @internal */
  public get _config(): Fcv3CustomDomainRouteConfigRoutes {
    const { methods, rewrite = [] } = given(this.options ?? {});
    return {
      path: this._path,
      functionName: this.target.functionName,
      qualifier: this.target.qualifier,
      methods: methods && [...methods].sort(),
      rewriteConfig: rewrite.length > 0 ? rewriteConfig(rewrite) : undefined,
    };
  }
}

/** Rules by kind; a kind without rules is not written. */
function rewriteConfig(rewrite: readonly RouteRewrite[]) {
  const of = (kind: string) => {
    const rules = rewrite.filter((rule) => rule._kind === kind).map((rule) => rule._rule);
    return rules.length > 0 ? rules : undefined;
  };
  return {
    equalRules: of("equal_rules"),
    wildcardRules: of("wildcard_rules"),
    regexRules: of("regex_rules"),
  };
}

const REWRITE = 'RouteRewrite.wildcard("/api/*", "/$1")';

const CHECK = object({
  path: optional(text(routePathProblem)),
  methods: optional(literal(issues(methodsIssues))),
  rewrite: optional(literal(list(own(RouteRewrite, REWRITE)))),
});
