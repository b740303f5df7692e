import { type IResolvable, type IResolveContext, Token } from "cdktf";

/**
 * Text that is made when the stack is synthesised. Unlike cdktf's `Lazy` it captures no stack, which
 * is what costs most of a token.
 *
 * @param make makes the text; called once before all stacks are known, with `preparing` set
 */
export function lazyText(make: (context: IResolveContext) => string): string {
  return Token.asString(new LazyText(make));
}

class LazyText implements IResolvable {
  public readonly creationStack: string[] = [];

  public constructor(private readonly make: (context: IResolveContext) => string) {}

  public resolve(context: IResolveContext): unknown {
    return this.make(context);
  }

  public toString(): string {
    return Token.asString(this);
  }
}
