import { jwtNameProblem, jwtPartProblem } from "../facts/jwt-parts";
import { type PropProblem, literalText, object, optional, required } from "../props";
import { type Credentials, shellText } from "./auth/credentials";

/**
 * A place where Function Compute looks for the caller's token.
 *
 * Source: "Configure JWT authentication for an HTTP trigger", `tokenLookup`.
 */
export class TokenLookup {
  /**
   * A request header.
   *
   * @param name the header's name, such as `Authorization`
   * @param prefix what stands before the token, such as `Bearer`; one space is put behind it, as callers send it
   */
  public static header(name: string, prefix?: string): TokenLookup {
    return new TokenLookup("header", name, prefix ?? undefined);
  }

  /**
   * A cookie.
   *
   * @param name the cookie's name
   */
  public static cookie(name: string): TokenLookup {
    return new TokenLookup("cookie", name);
  }

  /**
   * A parameter of the query.
   *
   * @param name the parameter's name
   */
  public static query(name: string): TokenLookup {
    return new TokenLookup("query", name);
  }

  /**
   * A field of a form in the body.
   *
   * @param name the field's name
   */
  public static form(name: string): TokenLookup {
    return new TokenLookup("form", name);
  }

  private constructor(
    private readonly position: "header" | "cookie" | "query" | "form",
    private readonly name: string,
    private readonly prefix?: string,
  ) {}

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    const check = object({
      name: required(literalText(jwtNameProblem)),
      prefix: optional(literalText(jwtNameProblem)),
    });
    return check({ name: this.name, prefix: this.prefix }, at);
  }

  /** @internal */
  public get _text(): string {
    const prefix = this.prefix === undefined ? "" : `:${this.prefix.trimEnd()} `;
    return `${this.position}:${this.name}${prefix}`;
  }

  /** @internal */
  public get _credentials(): Credentials {
    const variables = ["FC_JWT"];
    const name = shellText(this.name);
    if (this.position !== "header") return { [this.position]: `${name}=$FC_JWT`, variables };
    const prefix = this.prefix === undefined ? "" : `${shellText(this.prefix.trimEnd())} `;
    return { headers: [`${name}: ${prefix}$FC_JWT`], variables };
  }
}

/**
 * A claim of the caller's token that is passed on to the function.
 *
 * Source: "Configure JWT authentication for an HTTP trigger", `claimPassBy`.
 */
export class ClaimPassBy {
  /**
   * As a request header.
   *
   * @param claim the claim, such as `sub`
   * @param name the header's name
   */
  public static header(claim: string, name: string): ClaimPassBy {
    return new ClaimPassBy("header", claim, name);
  }

  /**
   * As a cookie.
   *
   * @param claim the claim, such as `sub`
   * @param name the cookie's name
   */
  public static cookie(claim: string, name: string): ClaimPassBy {
    return new ClaimPassBy("cookie", claim, name);
  }

  /**
   * As a parameter of the query.
   *
   * @param claim the claim, such as `sub`
   * @param name the parameter's name
   */
  public static query(claim: string, name: string): ClaimPassBy {
    return new ClaimPassBy("query", claim, name);
  }

  /**
   * As a field of a form in the body.
   *
   * @param claim the claim, such as `sub`
   * @param name the field's name
   */
  public static form(claim: string, name: string): ClaimPassBy {
    return new ClaimPassBy("form", claim, name);
  }

  private constructor(
    private readonly position: string,
    private readonly claim: string,
    private readonly name: string,
  ) {}

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    const check = object({
      claim: required(literalText(jwtPartProblem)),
      name: required(literalText(jwtNameProblem)),
    });
    return check({ claim: this.claim, name: this.name }, at);
  }

  /** @internal */
  public get _text(): string {
    return `${this.position}:${this.claim}:${this.name}`;
  }
}
