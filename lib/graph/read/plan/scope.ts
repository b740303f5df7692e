import { extend } from "../../expression/reference";
import { instanceKey } from "../../module";
import { withoutModule } from "../../module-path";
import type { Json, JsonObject } from "../../terraform-json";
import type { Reference } from "../../value";
import { member, object, objects, texts } from "./plan-json";
import { allReferences, parsed, referencesOf } from "./references";

/** Something that an expression is made of, by a name that holds in the whole plan. */
export interface Lead {
  readonly reference: Reference;
  /**
   * The reference is all that stands in its place: not a part of what is referred to, nor the whole
   * of which a part is meant.
   */
  readonly exact: boolean;
  /** A variable or output on the way is declared as sensitive. */
  readonly sensitive: boolean;
}

/** The instance of a block that `each.*` and `count.*` are about. */
export interface Each {
  /** The block, for a name that cannot be followed. */
  readonly address: string;
  readonly key: string | number | undefined;
  readonly collection: Json | undefined;
}

/** What a scope asks about the whole plan. */
export interface Instances {
  /** Whether there is an instance with this key of a block of this address. */
  has(address: string, key: string | number): boolean;
}

interface Call {
  readonly parent: PlanScope;
  readonly body: JsonObject;
  readonly each: Each;
}

const NOTHING: readonly Lead[] = [];

/**
 * One instance of a module: where the names in its expressions lead. Variables of a child module
 * are what its call gives them, outputs what the child gives.
 */
export class PlanScope {
  /** The blocks of the module, by their address in it. */
  public readonly blocks: ReadonlyMap<string, JsonObject>;
  private readonly children = new Map<string, PlanScope>();
  private readonly visiting = new Set<string>();
  /** Modules that hand everything on would be followed again and again. */
  private readonly followed = new Map<string, readonly Lead[]>();

  /**
   * @param path the module's address, empty for the root module
   * @param configuration what the plan says of the module's configuration
   * @param instances of the whole plan
   * @param call what calls the module
   */
  public constructor(
    public readonly path: string,
    private readonly configuration: JsonObject,
    private readonly instances: Instances,
    private readonly call?: Call,
  ) {
    this.blocks = new Map(
      objects(configuration.resources).flatMap((block) =>
        typeof block.address === "string" ? [[block.address, block] as const] : [],
      ),
    );
  }

  /** The scope of a module that this one calls; undefined where it calls none of the name. */
  public child(name: string, key: string | number | undefined): PlanScope | undefined {
    const path = this.absolute(`module.${name}${instanceKey(key)}`);
    const known = this.children.get(path);
    if (known) return known;
    const body = member(this.configuration.module_calls, name);
    if (body === undefined) return undefined;
    const call = object(body);
    const collection = call.for_each_expression ?? call.count_expression;
    const each = { address: this.absolute(`module.${name}`), key, collection };
    const scope = new PlanScope(path, object(call.module), this.instances, {
      parent: this,
      body: call,
      each,
    });
    this.children.set(path, scope);
    return scope;
  }

  /** What the module says of a variable. */
  public variableOf(name: string): JsonObject {
    return object(member(this.configuration.variables, name));
  }

  /** What a block, or a part of one, is made of. */
  public leads(expressions: Json | undefined, each: Each | undefined): readonly Lead[] {
    return this.follow(allReferences(expressions), each);
  }

  /** What an address in `depends_on` means, for the block and for all that its module is called after. */
  public dependencies(block: JsonObject): readonly Lead[] {
    const own = texts(block.depends_on).flatMap((address) =>
      parsed(address).map((reference) => this.plain(reference)),
    );
    return this.call ? [...own, ...this.call.parent.dependencies(this.call.body)] : own;
  }

  /** The name with the module before it. */
  private absolute(text: string): string {
    return this.path === "" ? text : `${this.path}.${text}`;
  }

  private follow(references: readonly Reference[], each: Each | undefined): readonly Lead[] {
    const indexes = references.filter(isIndex);
    const whole = references.filter((reference) => this.isRepeated(reference));
    // `a.b[each.key].id` is told as `a.b` and `each.key`: the instance is known, the attribute is not.
    const [index] = indexes;
    const chosen =
      whole.length === 1 && indexes.length === 1 && each?.key !== undefined
        ? this.instanceOf(whole[0], each.key)
        : undefined;
    const found = new Map<string, Lead>();
    for (const reference of references) {
      const leads =
        chosen && reference === whole[0]
          ? [chosen]
          : chosen && reference === index
            ? NOTHING
            : this.followOne(reference, each);
      for (const lead of leads) {
        const known = found.get(lead.reference.text);
        if (!known || (lead.sensitive && !known.sensitive)) found.set(lead.reference.text, lead);
      }
    }
    return [...found.values()];
  }

  private followOne(reference: Reference, each: Each | undefined): readonly Lead[] {
    const [root, name] = reference.address.split(".");
    switch (root) {
      case "var":
        return this.guarded(reference, () => this.variable(reference, name));
      case "module":
        return this.guarded(reference, () => this.output(reference, name));
      case "each":
      case "count":
        return name === "value" ? this.eachValue(reference, each) : NOTHING;
      case "path":
      case "terraform":
      case "self":
        return NOTHING;
      default: {
        const lead = this.plain(reference);
        // Of a block of several it is not told which one is taken.
        return [this.isRepeated(reference) ? { ...lead, exact: false } : lead];
      }
    }
  }

  /** A configuration in which a name leads to itself is none, but it may stand in a file. */
  private guarded(reference: Reference, follow: () => readonly Lead[]): readonly Lead[] {
    const { text } = reference;
    const known = this.followed.get(text);
    if (known) return known;
    if (this.visiting.has(text)) return [this.plain(reference)];
    this.visiting.add(text);
    try {
      const leads = follow();
      this.followed.set(text, leads);
      return leads;
    } finally {
      this.visiting.delete(text);
    }
  }

  private variable(reference: Reference, name: string): readonly Lead[] {
    const sensitive = this.variableOf(name).sensitive === true;
    if (!this.call) return [{ ...this.plain(reference), sensitive }];
    const { parent, body, each } = this.call;
    const given = member(body.expressions, name);
    if (given === undefined) return [{ ...this.plain(reference), sensitive }];
    return this.into(parent.leads(given, each), reference.path, sensitive);
  }

  private output(reference: Reference, name: string): readonly Lead[] {
    const call = object(member(this.configuration.module_calls, name));
    const isRepeated = (call.for_each_expression ?? call.count_expression) !== undefined;
    const key = isRepeated ? reference.path[0] : undefined;
    const [output, ...path] = isRepeated ? reference.path.slice(1) : reference.path;
    const scope =
      output === undefined || (isRepeated && key === undefined) ? undefined : this.child(name, key);
    const declared = scope && member(scope.configuration.outputs, String(output));
    if (!scope || declared === undefined) return [{ ...this.plain(reference), exact: false }];
    const { expression, sensitive } = object(declared);
    return this.into(scope.leads(expression, undefined), path, sensitive === true);
  }

  /** A plan does not tell the items of a `for_each`, only what they are made of. */
  private eachValue(reference: Reference, each: Each | undefined): readonly Lead[] {
    if (!each) return NOTHING;
    const names = referencesOf(each.collection);
    const [only] = names;
    if (names.length === 1 && each.key !== undefined && this.isRepeated(only)) {
      const instance = this.instanceOf(only, each.key);
      if (instance) return this.into([instance], reference.path, false);
    }
    const leads = this.follow(names, undefined).map((lead) => ({ ...lead, exact: false }));
    if (leads.length === 0) return NOTHING;
    const text = `${each.address}: ${reference.text}`;
    return [...leads, { reference: { ...reference, text }, exact: false, sensitive: false }];
  }

  /** Whether a name is that of a block of several instances, all of them. */
  private isRepeated({ address, path }: Reference): boolean {
    const block = path.length === 0 ? this.blocks.get(address) : undefined;
    return (block?.for_each_expression ?? block?.count_expression) !== undefined;
  }

  private instanceOf(reference: Reference, key: string | number): Lead | undefined {
    const { address } = this.plain(reference).reference;
    return this.instances.has(address, key) ? this.plain(extend(reference, key)) : undefined;
  }

  /** The part at a path of what leads give. It is told where all of one thing was given. */
  private into(
    leads: readonly Lead[],
    path: readonly (string | number)[],
    sensitive: boolean,
  ): readonly Lead[] {
    const isAlone = leads.length === 1;
    return leads.map((lead) => ({
      reference:
        isAlone && lead.exact && this.isWhole(lead.reference)
          ? path.reduce((at, step) => extend(at, step), lead.reference)
          : lead.reference,
      exact: lead.exact && (isAlone || path.length === 0),
      sensitive: lead.sensitive || sensitive,
    }));
  }

  /** Whether a name is that of a variable, a local or a whole instance, not of an attribute. */
  private isWhole({ address, path }: Reference): boolean {
    return (
      path.length === 0 ||
      /^(var|local)\./.test(withoutModule(address)) ||
      (path.length === 1 && this.instances.has(address, path[0]))
    );
  }

  private plain(reference: Reference): Lead {
    return {
      reference:
        this.path === ""
          ? reference
          : {
              text: this.absolute(reference.text),
              address: this.absolute(reference.address),
              path: reference.path,
            },
      exact: true,
      sensitive: false,
    };
  }
}

/** `each.value` is an index too where it is the key: of a set. */
function isIndex({ address, path }: Reference): boolean {
  return /^(each\.(key|value)|count\.index)$/.test(address) && path.length === 0;
}
