import type { ResourceMetadata } from "./metadata";
import { type Reference, Value } from "./value";

/** What a reader knows of one instance of a resource block. */
export interface ResourceSource {
  /** `managed` for a resource, `data` for a data source. */
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** The module that declares it, `module.door["a"]`; empty in the root module, and where modules are not followed. */
  readonly module?: string;
  /** The instance's key as Terraform writes it, `["a"]` or `[0]`; empty where the block has one instance. */
  readonly instance?: string;
  /** The stack or module that declares it; empty where the input has one only. */
  readonly stack: string;
  /** The provider configuration that it uses: `alicloud`, `alicloud.hongkong`. */
  readonly provider: string;
  /** Reads one argument. Called at most once for each that is written. */
  argument(name: string): Value;
  /** The names of the arguments that are written. */
  argumentNames(): readonly string[];
  /** Every reference in its block, `depends_on` included. */
  references(): readonly Reference[];
  /** `lifecycle.create_before_destroy`; undefined where the input does not tell, as a plan. */
  readonly createBeforeDestroy: boolean | undefined;
  /** Why it is not known how many instances there are: the unknown `count` or `for_each`. */
  readonly multiplicity?: Value;
  /** The construct's path, where the input has it. */
  readonly constructPath?: string;
  readonly metadata: ResourceMetadata;
  /** The input has no metadata of it, so that nothing follows from what is not there: a plan. */
  readonly withoutMetadata?: boolean;
}

/** One resource or data source of the graph. */
export class Resource {
  /** The address of its block: `alicloud_fcv3_trigger.a`, `data.alicloud_account.me`, `module.door["a"].alicloud_fcv3_trigger.t`. */
  public readonly address: string;
  /** Unique in the graph: stack, address and instance key. */
  public readonly id: string;

  private readonly values = new Map<string, Value>();

  /** @param source what the reader found */
  public constructor(private readonly source: ResourceSource) {
    const { mode, type, name, stack, module = "", instance = "" } = source;
    const local = mode === "data" ? `data.${type}.${name}` : `${type}.${name}`;
    this.address = module === "" ? local : `${module}.${local}`;
    this.id = `${stack}/${this.address}${instance}`;
  }

  /** The instance's key, `["a"]`; empty where the block has one instance. */
  public get instance(): string {
    return this.source.instance ?? "";
  }

  /** `managed` or `data`. */
  public get mode(): "managed" | "data" {
    return this.source.mode;
  }

  /** Such as `alicloud_fcv3_trigger`. */
  public get type(): string {
    return this.source.type;
  }

  /** The second part of its address. */
  public get name(): string {
    return this.source.name;
  }

  /** The stack or module that declares it; empty where the input has one only. */
  public get stack(): string {
    return this.source.stack;
  }

  /** The provider configuration that it uses: `alicloud`, `alicloud.hongkong`. */
  public get provider(): string {
    return this.source.provider;
  }

  /** `lifecycle.create_before_destroy`; undefined where the input does not tell, as a plan. */
  public get createBeforeDestroy(): boolean | undefined {
    return this.source.createBeforeDestroy;
  }

  /** The `count` or `for_each` that is not known, where the number of instances is not. */
  public get multiplicity(): Value | undefined {
    return this.source.multiplicity;
  }

  /** The construct's path, where the input has it. */
  public get constructPath(): string | undefined {
    return this.source.constructPath;
  }

  /**
   * Whether the input tells what travels in a resource's `"//"`. A plan has no metadata, so that
   * a declaration that is not there may have been made all the same.
   */
  public get hasMetadata(): boolean {
    return this.source.withoutMetadata !== true;
  }

  /** What travels in its `"//"`. */
  public get metadata(): ResourceMetadata {
    return this.source.metadata;
  }

  /** The names of the arguments and blocks that are written. */
  public get argumentNames(): readonly string[] {
    return this.source.argumentNames();
  }

  /** Every reference in its block, `depends_on` included. */
  public get references(): readonly Reference[] {
    return this.source.references();
  }

  /** The value at a path of arguments, keys and indexes: `get("code", "oss_bucket_name")`. */
  public get(name: string, ...path: readonly (string | number)[]): Value {
    let value = this.values.get(name);
    if (value === undefined) {
      value = this.source.argument(name);
      // Most of what is asked for is not written, which costs less to find out than to keep.
      if (value !== Value.NULL) this.values.set(name, value);
    }
    return path.length === 0 ? value : value.get(...path);
  }

  /** The blocks of a name, whether written as one object or as a list; empty where there is none. */
  public blocks(name: string): readonly Value[] {
    return this.get(name).blocks;
  }
}
