import { Construct, type IConstruct } from "constructs";
import { Fcv3Alias } from "../alicloud/fcv3-alias";
import { descriptionProblem } from "../facts/description";
import { weightProblem } from "../facts/invocation";
import { aliasNameProblem } from "../facts/names";
import {
  type PropProblem,
  checkProps,
  list,
  number,
  object,
  optional,
  required,
  text,
} from "../props";
import {
  type ConstructProps,
  Trace,
  guard,
  makeResource,
  metaArguments,
  withoutStacks,
} from "../synth";
import { constructProps, functionProp, versionProp } from "./checks";
import type { IFunction, IQualifiedFunction } from "./function-ref";

/** A version that gets a share of an alias' calls. */
export interface VersionWeight {
  /** The version; another than the alias' own. */
  readonly version: IQualifiedFunction;
  /** The share of calls that it gets: 0 to 1. The alias' own version gets the rest. */
  readonly weight: number;
}

/** Options of an alias. */
export interface AliasOptions extends ConstructProps {
  /**
   * The version that it points to.
   *
   * @default - the function's current version
   */
  readonly version?: IQualifiedFunction;
  /**
   * Versions that get a share of the calls.
   *
   * @default - none: the version gets all
   */
  readonly additionalVersions?: VersionWeight[];
  /**
   * What it is for, at most 256 characters.
   *
   * @default - none
   */
  readonly description?: string;
}

/** Props of a `FunctionAlias`. */
export interface FunctionAliasProps extends ConstructProps {
  /** The function. */
  readonly target: IFunction;
  /** The alias' name: 1 to 128 of letters, digits, `-` and `_`, the first a letter or `_`; not `LATEST`. */
  readonly aliasName: string;
  /** The version that it points to. */
  readonly version: IQualifiedFunction;
  /**
   * Versions that get a share of the calls.
   *
   * @default - none: the version gets all
   */
  readonly additionalVersions?: VersionWeight[];
  /**
   * What it is for, at most 256 characters.
   *
   * @default - none
   */
  readonly description?: string;
}

/** An alias: a name for a version of a function, `alicloud_fcv3_alias`. */
export class FunctionAlias extends Construct implements IQualifiedFunction {
  /** @internal */
  public readonly _function: IFunction;
  private readonly resource: Fcv3Alias;
  private aliasName?: string;

  /**
   * @param scope the construct that it is part of
   * @param id unique in its scope
   * @param props see FunctionAliasProps
   * @throws an error that names every wrong prop
   */
  public constructor(scope: Construct, id: string, props: FunctionAliasProps) {
    super(scope, id);
    guard(this);
    const trace = new Trace(new.target as never);
    props = checkProps(this, props, CHECK);
    this._function = props.target;
    this.resource = makeResource(Fcv3Alias, this, trace, {
      ...metaArguments(props),
      functionName: props.target.functionName,
      aliasName: props.aliasName,
      versionId: props.version.qualifier,
      additionalVersionWeight: props.additionalVersions?.length
        ? Object.fromEntries(
            props.additionalVersions.map(({ version, weight }) => [version.qualifier, weight]),
          )
        : undefined,
      description: props.description,
    });
    aliasesOf(props.target).set(props.aliasName, this);
  }

  /** The function's name, or a reference to it. */
  public get functionName(): string {
    return this._function.functionName;
  }

  /** A reference to the alias' name, so that what uses it is made after the alias. */
  public get qualifier(): string {
    this.aliasName ??= withoutStacks(() => this.resource.aliasName);
    return this.aliasName;
  }
}

const CHECK = object(
  {
    ...constructProps,
    target: required(functionProp),
    aliasName: required(text(aliasNameProblem)),
    version: required(versionProp),
    additionalVersions: optional(
      list(object({ version: required(versionProp), weight: required(number(weightProblem)) })),
    ),
    description: optional(text(descriptionProblem)),
  },
  (checked) => weightProblems(checked as unknown as FunctionAliasProps),
);

const aliases = new WeakMap<IConstruct, Map<string, FunctionAlias>>();

/** The aliases that this program made on a function, by name. */
export function aliasesOf(target: IConstruct): Map<string, FunctionAlias> {
  const known = aliases.get(target) ?? new Map<string, FunctionAlias>();
  aliases.set(target, known);
  return known;
}

function weightProblems({
  version,
  additionalVersions = [],
}: FunctionAliasProps): readonly PropProblem[] {
  const fix = "name another version, or leave it out";
  const wrong = additionalVersions.flatMap((additional, index): PropProblem[] => {
    const at = `additionalVersions[${index}].version`;
    if (additional.version === version) {
      return [{ at, got: "the alias' own version", expected: "another version", fix }];
    }
    const first = additionalVersions.findIndex((other) => other.version === additional.version);
    if (first === index) return [];
    return [
      { at, got: `the version of additionalVersions[${first}]`, expected: "another version", fix },
    ];
  });
  const sum = additionalVersions.reduce((total, { weight }) => total + weight, 0);
  if (wrong.length > 0 || !(sum > 1)) return wrong;
  return [
    {
      at: "additionalVersions",
      got: `weights of ${sum} together`,
      expected: "at most 1 together, the alias' own version gets the rest",
      fix: "lower them",
    },
  ];
}
