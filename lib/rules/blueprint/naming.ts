import type { BlueprintNaming, Resource } from "../../graph";
import type { Rule, Verdict } from "../rule";
import { show, undecided, violated } from "../verdict";
import { heldBy } from "./scope";

/** Where the name of what a construct makes is. */
const NAMES: Readonly<
  Record<string, { readonly type: string; readonly attribute: string; readonly prop: string }>
> = {
  WebFunction: { type: "alicloud_fcv3_function", attribute: "function_name", prop: "functionName" },
  HttpTrigger: { type: "alicloud_fcv3_trigger", attribute: "trigger_name", prop: "triggerName" },
  CustomDomain: {
    type: "alicloud_fcv3_custom_domain",
    attribute: "custom_domain_name",
    prop: "domainName",
  },
  ApiGatewayFronted: {
    type: "alicloud_api_gateway_group",
    attribute: "name",
    prop: "group.groupName",
  },
};

/** A name tells whose it is, in a console where everybody's resources stand side by side. */
export const naming: Rule = {
  id: "blueprint/naming",
  level: "error",
  title: "names look as the blueprints of their resources say",
  *evaluate(graph) {
    const types = Object.values(NAMES).map(({ type }) => type);
    const held = heldBy(graph, types, ({ naming: names = [] }) => names.length > 0);
    const said = new Set<string>();
    for (const { owner, blueprint, resources } of held) {
      for (const one of blueprint.naming ?? []) {
        for (const resource of resources) {
          if (resource.type !== NAMES[one.target]?.type) continue;
          // Of a blueprint that holds in two scopes once.
          const key = `${resource.id}\n${owner}\n${one.pattern}`;
          if (said.has(key)) continue;
          said.add(key);
          yield* verdictOn(resource, one, owner);
        }
      }
    }
  },
};

function* verdictOn(
  resource: Resource,
  { target, pattern }: BlueprintNaming,
  owner: string,
): Iterable<Verdict> {
  const { attribute, prop } = NAMES[target];
  const detail = { attribute, message: "a name looks as its blueprint says" };
  if (target === "HttpTrigger") {
    const type = resource.get("trigger_type");
    if (type.isKnown && type.text !== "http") return;
  }
  const name = resource.get(attribute);
  const expression = compiled(pattern);
  if (name.isNull || !expression) return;
  if (name.text === undefined) {
    yield undecided(resource, detail, [name]);
    return;
  }
  if (expression.test(name.text)) return;
  yield violated(resource, {
    ...detail,
    got: show(name),
    expected: `a name that matches ${pattern}, set by ${owner}`,
    fix: `give another ${attribute} (${prop} of ${target})`,
    values: [name],
  });
}

/** Undefined for what is none, in a file that somebody has changed. */
function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}
