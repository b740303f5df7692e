/** Who may invoke a function: a RAM role or a RAM user. */
export class Invoker {
  /**
   * A RAM role.
   *
   * @param name the role's name, or a reference to it
   */
  public static role(name: string): Invoker {
    return new Invoker("role", name);
  }

  /**
   * A RAM user.
   *
   * @param name the user's name, or a reference to it
   */
  public static user(name: string): Invoker {
    return new Invoker("user", name);
  }

  private constructor(
    /** `role` or `user`. */
    public readonly kind: string,
    /** Its name. */
    public readonly name: string,
  ) {}
}
