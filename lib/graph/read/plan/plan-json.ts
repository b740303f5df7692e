import { type Json, type JsonObject, isObject } from "../../terraform-json";

/** The parts of `terraform show -json` of a plan that are read. What is not of its shape is not there. */
export interface PlanJson {
  /** Values of the root module's variables. */
  readonly variables: ReadonlyMap<string, Json>;
  readonly outputs: JsonObject;
  /** What will exist, of every module. */
  readonly planned: readonly PlannedResource[];
  /** What data sources have read before. */
  readonly prior: readonly PlannedResource[];
  /** By the whole address with the instance's key. */
  readonly changes: ReadonlyMap<string, JsonObject>;
  readonly configuration: JsonObject;
  /** What the plan leaves out: the addresses of changes that come later. */
  readonly deferred: readonly string[];
  /** The plan covers all of the configuration. */
  readonly complete: boolean;
  /** Attributes of resources that some expression reads, by the address with the instance's key. */
  readonly relevant: ReadonlySet<string>;
}

/** An instance of a resource block as the plan has it. */
export interface PlannedResource {
  /** The address of its module, empty for the root module. */
  readonly module: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly index: string | number | undefined;
  /** The whole address with the instance's key. */
  readonly address: string;
  readonly values: JsonObject;
  readonly sensitive: Json | undefined;
}

/** Reads the parts of a plan. The caller has seen that it is one. */
export function planParts(json: JsonObject): PlanJson {
  const changes = new Map<string, JsonObject>();
  for (const change of objects(json.resource_changes)) {
    const { address, deposed } = change;
    // A deposed object is on its way out.
    if (typeof address === "string" && deposed === undefined) {
      changes.set(address, object(change.change));
    }
  }
  const planned = object(json.planned_values);
  return {
    variables: new Map(
      Object.entries(object(json.variables)).map(([name, body]) => [
        name,
        object(body).value ?? null,
      ]),
    ),
    outputs: object(planned.outputs),
    planned: resourcesOf(planned.root_module),
    prior: resourcesOf(object(object(json.prior_state).values).root_module),
    changes,
    configuration: object(json.configuration),
    deferred: objects(json.deferred_changes)
      .map((deferred) => object(deferred.resource_change).address)
      .filter((address) => typeof address === "string"),
    complete: json.complete !== false,
    relevant: new Set(
      objects(json.relevant_attributes)
        .map(({ resource }) => resource)
        .filter((resource) => typeof resource === "string"),
    ),
  };
}

/** The object that it is; an empty one for anything else. */
export function object(json: Json | undefined): JsonObject {
  return isObject(json) ? json : {};
}

/** The objects of a list; none for anything else. */
export function objects(json: Json | undefined): readonly JsonObject[] {
  return Array.isArray(json) ? json.filter(isObject) : [];
}

/** The texts of a list; none for anything else. */
export function texts(json: Json | undefined): readonly string[] {
  return Array.isArray(json) ? json.filter((item) => typeof item === "string") : [];
}

/** An own member: a name may be `constructor`. */
export function member(json: Json | undefined, name: string): Json | undefined {
  return isObject(json) && Object.hasOwn(json, name) ? json[name] : undefined;
}

/** A mark (unknown, sensitive) of a part of what is marked: the mark of the whole holds for the part. */
export function markAt(mark: Json | undefined, step: string | number): Json | undefined {
  if (mark === true) return true;
  if (typeof step === "number") return Array.isArray(mark) ? mark[step] : undefined;
  return member(mark, step);
}

/** Whether a mark is on anything inside. */
export function isMarked(mark: Json | undefined): boolean {
  if (mark === true) return true;
  if (Array.isArray(mark)) return mark.some(isMarked);
  return isObject(mark) && Object.values(mark).some(isMarked);
}

/** Modules may be nested deeper than calls may, so it is a loop. */
function resourcesOf(root: Json | undefined): readonly PlannedResource[] {
  const found: PlannedResource[] = [];
  const open = [{ body: object(root), module: "" }];
  for (let at = open.shift(); at; at = open.shift()) {
    const { body, module } = at;
    for (const resource of objects(body.resources)) {
      const { type, name, index, values, sensitive_values: sensitive } = resource;
      if (typeof type !== "string" || typeof name !== "string") continue;
      const mode = resource.mode === "data" ? "data" : "managed";
      const key = typeof index === "string" || typeof index === "number" ? index : undefined;
      const block = `${module && `${module}.`}${mode === "data" ? "data." : ""}${type}.${name}`;
      found.push({
        module,
        mode,
        type,
        name,
        index: key,
        address: key === undefined ? block : `${block}[${JSON.stringify(key)}]`,
        values: object(values),
        sensitive,
      });
    }
    for (const child of objects(body.child_modules)) {
      if (typeof child.address === "string") open.push({ body: child, module: child.address });
    }
  }
  return found;
}
