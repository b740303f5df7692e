import { type App, TerraformStack, Testing } from "cdktf";
import { provider } from "./app";

/** Resources by type and name, as the provider reads them. */
export type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** A stack with a provider; in an app of its own, if none is given. */
export function stackOf(id = "prod", app: App = Testing.app()): TerraformStack {
  const stack = new TerraformStack(app, id);
  provider(stack);
  return stack;
}

/** The resources of one stack, judged by the rules. */
export function resourcesOf(stack: TerraformStack): Resources {
  return JSON.parse(Testing.synth(stack, true)).resource ?? {};
}

/** The addresses of all resources of a stack. */
export function addressesOf(stack: TerraformStack): string[] {
  return Object.entries(resourcesOf(stack))
    .flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type}.${name}`))
    .sort();
}
