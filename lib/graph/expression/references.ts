import type { Reference } from "../value";
import type { Call, Expression, For, ReferenceNode, Step } from "./ast";
import { extend } from "./reference";

/** What a walk over an expression meets, in order of appearance. */
export interface Visitor {
  /** A name of the configuration. */
  reference(reference: Reference): void;
  /** A name that a `for` around the walked expression binds. */
  local?(name: string): void;
  /** A function call, before its arguments. */
  call?(call: Call): void;
}

/** Visits every name in an expression without evaluating it. */
export function walk(node: Expression, visitor: Visitor): void {
  new Walk(visitor).expression(node);
}

class Walk {
  private readonly bound: string[] = [];

  public constructor(private readonly visitor: Visitor) {}

  public expression(node: Expression): void {
    switch (node.type) {
      case "literal":
        return;
      case "concatenation":
        for (const part of node.parts) if (typeof part !== "string") this.expression(part);
        return;
      case "tuple":
        node.items.forEach((item) => this.expression(item));
        return;
      case "object":
        for (const { key, value } of node.entries) this.all(key, value);
        return;
      case "reference":
        this.visitor.reference(staticPart(node));
        this.steps(node.steps);
        return;
      case "local":
        if (!this.bound.includes(node.name)) this.visitor.local?.(node.name);
        return;
      case "access":
        this.expression(node.base);
        this.steps(node.steps);
        return;
      case "call":
        this.visitor.call?.(node);
        this.all(...node.args);
        return;
      case "negation":
        this.expression(node.operand);
        return;
      case "operation":
        this.all(node.first, ...node.rest.map(({ operand }) => operand));
        return;
      case "conditional":
        this.all(node.condition, node.yes, node.no);
        return;
      case "for":
        this.for(node);
    }
  }

  private steps(steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.type === "index") this.expression(step.index);
      else if (step.type === "splat") this.steps(step.steps);
    }
  }

  private all(...nodes: readonly Expression[]): void {
    for (const node of nodes) this.expression(node);
  }

  private for(node: For): void {
    this.expression(node.collection);
    const names = node.keyName === undefined ? [node.valueName] : [node.keyName, node.valueName];
    this.bound.push(...names);
    if (node.key) this.expression(node.key);
    this.expression(node.value);
    if (node.condition) this.expression(node.condition);
    this.bound.length -= names.length;
  }
}

/** The reference as far as it can be told without evaluation; a splat counts as told. */
function staticPart(node: ReferenceNode): Reference {
  let { reference } = node;
  const follow = (steps: readonly Step[]): boolean => {
    for (const step of steps) {
      if (step.type === "index") return false;
      if (step.type === "key") {
        reference = extend(reference, step.key, step.bracket ? "index" : "attribute");
      } else {
        reference = extend(reference, "*");
        if (!follow(step.steps)) return false;
      }
    }
    return true;
  };
  follow(node.steps);
  return reference;
}
