import { fileIn } from "../facts/file-in";
import { readBlueprints, readNote } from "./blueprints";
import { declaredIn } from "./declared";
import { argumentNames, evaluateArgument } from "./dynamic";
import { type Scope, evaluateJson, extend, references as referencesIn } from "./expression";
import {
  type Acknowledgement,
  METADATA_KEY,
  type ResourceMetadata,
  type SeenCertificate,
} from "./metadata";
import { Resource, type ResourceSource } from "./resource";
import { type Json, type JsonObject, type TerraformJson, blocks, isObject } from "./terraform-json";
import { type Reference, Value } from "./value";

/** More instances than this are kept as one resource of unknown number: a graph is no place for ten thousand copies. */
const MOST_INSTANCES = 1000;

/** Names that stand for names that stand for names: more in a row are not followed, for want of stack. */
const LONGEST_CHAIN = 100;

/** Nor are locals in locals, however they are nested. */
const MOST_LEVELS = 1000;

const NONE: readonly Reference[] = [];

/** An output of a configuration. */
export interface Output {
  /** `output.url`. */
  readonly address: string;
  readonly name: string;
  readonly stack: string;
  readonly value: Value;
  /** What it is for, in its author's words. */
  readonly description?: string;
  /** How the synth output that a plan was made of has it: the plan does not tell the text around a value that is not known. */
  readonly written?: Value;
  readonly references: readonly Reference[];
}

/** One stack, configuration or plan: what it declares, and where its names are looked up. */
export interface Module {
  /** The configuration; of a plan only what rules read of it: the provider's settings and the variables. */
  readonly document: TerraformJson;
  /** The stack's name; empty where the input is one configuration. */
  readonly name: string;
  /** Its values are those of a plan: known where a configuration has an expression. Default: false. */
  readonly isPlan?: boolean;
  /** Every resource and data source in it, in order of the input. */
  readonly resources: readonly Resource[];
  /** What travels in the `"//"` of the whole configuration: what holds for all that is in it. */
  readonly metadata: ResourceMetadata;
  /** The outputs of the configuration. */
  readonly outputs: readonly Output[];
  /** The declaration of a variable, where there is one. */
  variable(name: string): JsonObject | undefined;
  /** The value of a piece of the document. */
  evaluate(json: Json | undefined): Value;
  /** What a reference of this configuration is worth. */
  resolve(reference: Reference): Value;
  /** The resources that a reference leads to. */
  targets(reference: Reference): readonly Resource[];
  /** Why it may be created after another one, although no reference tells so: names that cannot be followed here. */
  mayDependOn?(user: Resource, needed: Resource): readonly string[];
}

/** One stack or module of Terraform JSON, in which names are looked up. */
export class DocumentModule implements Module {
  /** Every resource and data source in it, in order of the document. */
  public readonly resources: readonly Resource[];
  private readonly declared = new Map<string, Declaration[]>();
  private readonly made = new Map<Declaration, readonly Resource[]>();
  private readonly making = new Set<Declaration>();
  private readonly visiting = new Set<string>();
  private readonly locals = new Map<string, Value>();
  /** All resources are there, so that what is looked up now may be kept. */
  private complete = false;

  /**
   * @param document the Terraform JSON
   * @param name the stack's name; empty where the input is one configuration
   * @param sibling finds another stack of the same app by its name in the name of a remote state
   * @param project the folder that locations in metadata are relative to; undefined for the working folder
   */
  public constructor(
    public readonly document: TerraformJson,
    public readonly name: string,
    private readonly sibling: (name: string) => DocumentModule | undefined,
    public readonly project?: string,
  ) {
    const all = [
      ...declarationsIn("managed", document.resource),
      ...declarationsIn("data", document.data),
    ];
    for (const declaration of all) {
      const same = this.declared.get(declaration.address);
      if (same) same.push(declaration);
      else this.declared.set(declaration.address, [declaration]);
    }
    this.resources = all.flatMap((declaration) => this.instances(declaration));
    this.complete = true;
  }

  /** What travels in the `"//"` of the whole configuration: what holds for all that is in it. */
  public get metadata(): ResourceMetadata {
    return readMetadata(this.document["//"]?.[METADATA_KEY], this.project);
  }

  /** The outputs of the configuration. */
  public get outputs(): readonly Output[] {
    return blocks(this.document.output).flatMap((block) =>
      Object.entries(block).map(([name, body]) => ({
        address: `output.${name}`,
        name,
        stack: this.name,
        value: this.output(name),
        ...(isObject(body) && typeof body.description === "string"
          ? { description: body.description }
          : {}),
        references: this.referencesOf(body),
      })),
    );
  }

  /** The value of an output; null where there is none of the name. */
  public output(name: string): Value {
    const [body] = bodies(blocks(this.document.output), name);
    return body ? this.evaluate(body.value) : Value.NULL;
  }

  /** The declaration of a variable, where there is one. */
  public variable(name: string): JsonObject | undefined {
    return bodies(blocks(this.document.variable), name)[0];
  }

  /** The value of a piece of this configuration. */
  public evaluate(json: Json | undefined): Value {
    return json === undefined ? Value.NULL : evaluateJson(json, this);
  }

  /** What a reference of this configuration is worth (the expression evaluator's scope). */
  public resolve(reference: Reference): Value {
    const key = reference.text;
    if (this.visiting.has(key) || this.visiting.size >= LONGEST_CHAIN) {
      return this.unfollowed(reference);
    }
    this.visiting.add(key);
    try {
      const value = this.lookUp(reference);
      return value.isLarge ? this.unfollowed(reference) : value;
    } finally {
      this.visiting.delete(key);
    }
  }

  /** The resources that a reference leads to, in this stack or another one of the app. */
  public targets(reference: Reference): readonly Resource[] {
    const remote = this.remoteOutput(reference);
    if (remote) {
      return remote.module
        .referencesOf(remote.body)
        .flatMap((inner) => remote.module.targets(inner));
    }
    const all = this.at(reference.address) ?? [];
    if (!this.isRepeated(reference.address)) return all;
    const instance = instanceKey(reference.path[0]);
    const one = all.find((resource) => resource.instance === instance);
    return one ? [one] : all;
  }

  /** Every reference in a piece of this configuration, those behind locals included. */
  public referencesOf(json: Json | undefined): readonly Reference[] {
    const found = new Map<string, Reference>();
    this.collect(json, found, 0);
    return found.size === 0 ? NONE : [...found.values()];
  }

  /** @param levels how many lists, objects and locals it stands in */
  private collect(json: Json | undefined, found: Map<string, Reference>, levels: number): void {
    if (typeof json === "string") {
      if (json.includes("{")) this.collectFrom(json, found, levels);
    } else if (Array.isArray(json)) {
      for (const item of json) this.collect(item, found, levels + 1);
    } else if (isObject(json)) {
      for (const key of Object.keys(json)) {
        const item = json[key];
        if (key === "depends_on" && Array.isArray(item)) {
          for (const address of item) {
            if (typeof address === "string") this.collectFrom(`\${${address}}`, found, levels);
          }
        } else if (key !== "//") {
          // The key of a map may be a template too.
          if (key.includes("{")) this.collectFrom(key, found, levels);
          this.collect(item, found, levels + 1);
        }
      }
    }
  }

  private collectFrom(template: string, found: Map<string, Reference>, levels: number): void {
    for (const reference of referencesIn(template)) {
      if (found.has(reference.text)) continue;
      found.set(reference.text, reference);
      if (reference.address.startsWith("local.") && levels < MOST_LEVELS) {
        this.collect(this.local(reference.address.slice("local.".length)), found, levels + 1);
      }
    }
  }

  private local(name: string): Json | undefined {
    return blocks(this.document.locals).find((block) => Object.hasOwn(block, name))?.[name];
  }

  private lookUp(reference: Reference): Value {
    const [root, name] = reference.address.split(".");
    switch (root) {
      case "var":
        return this.variableValue(reference, name);
      case "local": {
        const json = this.local(name);
        if (json === undefined) return this.unfollowed(reference);
        let value = this.locals.get(name);
        if (value === undefined) {
          value = this.evaluate(json);
          if (this.complete) this.locals.set(name, value);
        }
        return value.get(...reference.path);
      }
      default:
        return this.attributeValue(reference);
    }
  }

  private variableValue(reference: Reference, name: string): Value {
    const declared = this.variable(name);
    const sensitive = isTrue(declared?.sensitive);
    // A default of null says that the value comes from elsewhere.
    if (declared?.default === undefined || declared.default === null) {
      return this.unfollowed(reference, sensitive);
    }
    return Value.of(declared.default, {
      references: [reference],
      sensitive,
      defaults: [reference.address],
      declaredBy: [],
    }).get(...reference.path);
  }

  private attributeValue(reference: Reference): Value {
    const remote = this.remoteOutput(reference);
    if (remote) {
      const value = remote.module.evaluate(remote.body.value).get(...remote.path);
      return value.isNull ? this.unfollowed(reference) : this.lead(value, reference);
    }
    const all = this.at(reference.address);
    if (!all) return this.unfollowed(reference);
    if (!this.isRepeated(reference.address)) {
      return this.attributeOf(all[0], reference.path, reference);
    }
    const [step, ...rest] = reference.path;
    if (step === undefined) return this.collection(all, reference);
    if (step === "*") {
      return Value.list(
        all.map((resource) => this.attributeOf(resource, rest, ofInstance(reference, resource))),
      );
    }
    const one = all.find((resource) => resource.instance === instanceKey(step));
    return one ? this.attributeOf(one, rest, reference) : this.unfollowed(reference);
  }

  private attributeOf(
    resource: Resource,
    path: readonly (string | number)[],
    reference: Reference,
  ): Value {
    const value =
      path.length === 0
        ? this.whole(reference)
        : (declaredIn(resource, path) ?? this.unfollowed(reference));
    return this.lead(value, reference, resource);
  }

  /** A whole resource, of which what the provider computes is not known: each name in it is looked up. */
  private whole(reference: Reference): Value {
    return this.unfollowed(reference, false, (step) =>
      this.resolve(extend(reference, step, "attribute")),
    );
  }

  /** All instances of a block: by key for `for_each`, in order for `count`. */
  private collection(all: readonly Resource[], reference: Reference): Value {
    const [{ block }] = this.declared.get(reference.address) ?? [];
    if (all.some(({ multiplicity }) => multiplicity)) return this.unfollowed(reference);
    const instances = all.map(({ instance }) => {
      const [key] = JSON.parse(instance) as [string | number];
      const one = extend(reference, key);
      return [String(key), this.resolve(one)] as const;
    });
    const value =
      block.for_each === undefined
        ? Value.list(instances.map(([, one]) => one))
        : Value.object(instances);
    return this.lead(value, reference);
  }

  /** The value with the reference that led to it put first. */
  private lead(value: Value, reference: Reference, resource?: Resource): Value {
    const { origin } = value;
    return value.from({
      ...origin,
      references: [
        reference,
        ...origin.references.filter((inner) => inner.text !== reference.text),
      ],
      declaredBy: resource ? [resource.id, ...origin.declaredBy] : origin.declaredBy,
    });
  }

  /** The same name in two stacks is not the same thing. */
  private unfollowed(
    reference: Reference,
    sensitive = false,
    member?: (step: string | number) => Value,
  ): Value {
    return Value.unknown(
      { references: [reference], sensitive, defaults: [], declaredBy: [] },
      { symbol: `${this.name}/${reference.text}`, member },
    );
  }

  /** cdktf names the remote state of another stack of the app after that stack. */
  private remoteOutput(
    reference: Reference,
  ): { module: DocumentModule; body: JsonObject; path: readonly (string | number)[] } | undefined {
    const prefix = "data.terraform_remote_state.cross-stack-reference-input-";
    if (!reference.address.startsWith(prefix)) return undefined;
    const module = this.sibling(reference.address.slice(prefix.length));
    const [outputs, name, ...path] = reference.path;
    if (!module || outputs !== "outputs") return undefined;
    const [body] = bodies(blocks(module.document.output), String(name));
    return body && { module, body, path };
  }

  /** The instances of a block, made when they are first asked for: another block may be made over them. */
  private at(address: string): readonly Resource[] | undefined {
    const declarations = this.declared.get(address);
    if (!declarations || declarations.some((one) => this.making.has(one))) return undefined;
    return declarations.length === 1
      ? this.instances(declarations[0])
      : declarations.flatMap((one) => this.instances(one));
  }

  private isRepeated(address: string): boolean {
    return (this.declared.get(address) ?? []).some(({ block }) => repeatOf(block) !== undefined);
  }

  private instances(declaration: Declaration): readonly Resource[] {
    let found = this.made.get(declaration);
    if (!found) {
      this.making.add(declaration);
      found = this.make(declaration);
      this.making.delete(declaration);
      this.made.set(declaration, found);
    }
    return found;
  }

  private make(declaration: Declaration): readonly Resource[] {
    const { block } = declaration;
    const repeat = repeatOf(block);
    if (repeat === undefined) return [this.resource(declaration, {})];
    const value = this.evaluate(repeat);
    const keys = block.for_each === undefined ? countKeys(value) : eachKeys(value);
    if (keys) return keys.map((each) => this.resource(declaration, { each }));
    return [this.resource(declaration, this.overBlock(value) ?? { multiplicity: value })];
  }

  /** Over another block of which the number of instances is not known, there is one for each of them. */
  private overBlock(collection: Value): Repeat | undefined {
    const [{ address = "", path } = { path: [""] }] = collection.unresolved;
    const multiplicity = path.length === 0 && this.at(address)?.[0]?.multiplicity;
    const whole = { text: address, address, path: [] };
    if (!multiplicity || collection.key !== this.unfollowed(whole).key) return undefined;
    const one = { ...whole, text: `${address}[each.key]` };
    const value = this.unfollowed(one, false, (step) =>
      this.unfollowed(extend(one, step, "attribute")),
    );
    return { multiplicity, values: { "each.value": value } };
  }

  private resource(declaration: Declaration, repeat: Repeat): Resource {
    return new Resource(new BlockSource(this, declaration, repeat));
  }

  /** What a reference in a block is worth, whose own names have these values. */
  public resolveIn(
    { type, name }: Declaration,
    { each, values = each?.values }: Repeat,
    reference: Reference,
  ): Value {
    if (!/^(each|count)\./.test(reference.address)) return this.resolve(reference);
    // `each.value` of one block is not that of another.
    const text = `${type}.${name}: ${reference.text}`;
    const known = values?.[reference.address]?.get(...reference.path);
    return known ?? this.unfollowed({ ...reference, text });
  }
}

/** A block of a document, or one instance of it: reads what is asked for. */
class BlockSource implements ResourceSource, Scope {
  public readonly provider: string;
  private found?: readonly Reference[];

  public constructor(
    private readonly owner: DocumentModule,
    private readonly declaration: Declaration,
    private readonly repeat: Repeat,
  ) {
    const { provider } = declaration.block;
    this.provider = typeof provider === "string" ? provider : this.type.split("_", 1)[0];
  }

  public get mode(): "managed" | "data" {
    return this.declaration.mode;
  }

  public get type(): string {
    return this.declaration.type;
  }

  public get name(): string {
    return this.declaration.name;
  }

  public get instance(): string {
    const { each } = this.repeat;
    return each ? instanceKey(each.key) : "";
  }

  public get stack(): string {
    return this.owner.name;
  }

  public argument(name: string): Value {
    return evaluateArgument(this.declaration.block, name, this);
  }

  public argumentNames(): readonly string[] {
    return argumentNames(this.declaration.block);
  }

  public references(): readonly Reference[] {
    return (this.found ??= this.owner.referencesOf(this.declaration.block));
  }

  public resolve(reference: Reference): Value {
    return this.owner.resolveIn(this.declaration, this.repeat, reference);
  }

  public get createBeforeDestroy(): boolean {
    return isTrue(blocks(this.declaration.block.lifecycle)[0]?.create_before_destroy);
  }

  public get multiplicity(): Value | undefined {
    return this.repeat.multiplicity;
  }

  public get constructPath(): string | undefined {
    const { metadata } = this.comment;
    const path = isObject(metadata) ? metadata.path : undefined;
    return typeof path === "string" ? constructOf(path) : undefined;
  }

  public get metadata(): ResourceMetadata {
    return readMetadata(this.comment[METADATA_KEY], this.owner.project);
  }

  private get comment(): JsonObject {
    const comment = this.declaration.block["//"];
    return isObject(comment) ? comment : {};
  }
}

/** Terraform takes the text for the boolean. */
function isTrue(json: Json | undefined): boolean {
  return json === true || json === "true";
}

/** The construct that a person knows: its main resource is a child of it with a name that `node.defaultChild` finds. */
function constructOf(path: string): string {
  return path.replace(/\/(Default|Resource)$/, "");
}

/** The bodies of a label: in Terraform JSON a block may be written once or as a list. */
function bodies(labelled: readonly JsonObject[], name: string): readonly JsonObject[] {
  return labelled.flatMap((block) => (Object.hasOwn(block, name) ? blocks(block[name]) : []));
}

/** A block of a resource or data source. */
interface Declaration {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly block: JsonObject;
}

function* declarationsIn(mode: "managed" | "data", json: Json | undefined): Iterable<Declaration> {
  for (const types of blocks(json)) {
    for (const [type, named] of Object.entries(types)) {
      for (const names of blocks(named)) {
        for (const [name, body] of Object.entries(names)) {
          const address = mode === "data" ? `data.${type}.${name}` : `${type}.${name}`;
          for (const block of blocks(body)) yield { mode, type, name, address, block };
        }
      }
    }
  }
}

function repeatOf({ for_each: each, count }: JsonObject): Json | undefined {
  return each ?? count;
}

/** How a resource is made of a block that makes several. */
interface Repeat {
  readonly each?: Each;
  /** Where the number is not known. */
  readonly multiplicity?: Value;
  /** What is known of `each` and `count`. */
  readonly values?: Each["values"];
}

interface Each {
  readonly key: string | number;
  /** By the reference's address: `each.key`, `each.value`, `count.index`. */
  readonly values: Readonly<Record<string, Value>>;
}

function countKeys(count: Value): readonly Each[] | undefined {
  const number = count.number;
  if (number === undefined || number > MOST_INSTANCES) return undefined;
  return Array.from({ length: number }, (_, index) => ({
    key: index,
    values: { "count.index": Value.of(index) },
  }));
}

function eachKeys(collection: Value): readonly Each[] | undefined {
  if (collection.isUnknown) return undefined;
  const entries: readonly (readonly [string | undefined, Value])[] =
    collection.kind === "list"
      ? collection.items.map((item) => [item.text, item] as const)
      : collection.entries;
  if (entries.length > MOST_INSTANCES) return undefined;
  if (entries.some(([key]) => key === undefined)) return undefined;
  return entries.map(([key, value]) => ({
    key: key ?? "",
    values: { "each.key": Value.of(key), "each.value": value },
  }));
}

/** The key of an instance as Terraform writes it: `["a"]`, `[0]`; empty for none. */
export function instanceKey(step: string | number | undefined): string {
  return step === undefined ? "" : `[${JSON.stringify(step)}]`;
}

/** Reads our metadata of a `"//"`; what is not of its shape is left out, since anybody may write there. */
export function readMetadata(json: Json | undefined, project?: string): ResourceMetadata {
  if (!isObject(json)) return {};
  const { location, corsInCode, icpFiling, certificate, acknowledged } = json;
  return {
    location:
      isObject(location) && typeof location.file === "string" && typeof location.line === "number"
        ? {
            file: fileIn(project, location.file),
            line: location.line,
            column: typeof location.column === "number" ? location.column : undefined,
          }
        : undefined,
    protocols: readTexts(json.protocols),
    corsInCode: corsInCode === true,
    icpFiling: typeof icpFiling === "string" ? icpFiling : undefined,
    notMapped: readTexts(json.notMapped),
    certificate: readCertificate(certificate),
    ...(json.blueprint !== undefined && { blueprint: readNote(json.blueprint) }),
    ...(json.blueprints !== undefined && { blueprints: readBlueprints(json.blueprints) }),
    acknowledged: blocks(acknowledged).filter(
      (item): item is JsonObject & Acknowledgement =>
        typeof item.rule === "string" && typeof item.reason === "string",
    ),
  };
}

function readTexts(json: Json | undefined): readonly string[] | undefined {
  return Array.isArray(json) ? json.filter((item) => typeof item === "string") : undefined;
}

function readCertificate(json: Json | undefined): SeenCertificate | undefined {
  if (!isObject(json)) return undefined;
  const { begins, ends, doubt } = json;
  if (!isMoment(begins) || !isMoment(ends)) return undefined;
  if (!isObject(doubt)) return { begins, ends };
  const { got, expected, fix } = doubt;
  const isText = [got, expected, fix].every((text) => typeof text === "string");
  return {
    begins,
    ends,
    ...(isText && { doubt: { got, expected, fix } as SeenCertificate["doubt"] }),
  };
}

function isMoment(json: Json | undefined): json is string {
  return typeof json === "string" && !Number.isNaN(Date.parse(json));
}

/** What a splat stands for at one instance; the splat itself where their number is not known. */
function ofInstance(reference: Reference, { instance }: Resource): Reference {
  if (instance === "") return reference;
  const [key] = JSON.parse(instance) as [string | number];
  const { address, path } = reference;
  const block = extend({ text: address, address, path: [] }, key);
  return path.slice(1).reduce((one, step) => extend(one, step, "attribute"), block);
}
