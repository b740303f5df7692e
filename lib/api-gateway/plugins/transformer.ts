import { Token } from "cdktf";
import { STATUS_CODE, transformedName } from "../../facts/plugins/transformer";
import {
  type Check,
  type PropProblem,
  enumeration,
  given,
  inTurn,
  issues,
  list,
  literal,
  object,
  optional,
  required,
  text,
  whole,
} from "../../props";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { each, pluginProps, stated } from "./checks/plugin-props";
import { sentHeader } from "./parts/sent-header";

/** Where a parameter of a request is. */
export enum TransformerLocation {
  /** In a header. */
  HEADER = "header",
  /** In the query. */
  QUERY = "query",
  /** In a form. */
  FORM = "form",
}

/** A parameter of a request. */
export interface TransformedParameter {
  /** Its name. */
  readonly name: string;
  /** Where it is. */
  readonly location: TransformerLocation;
}

/** A parameter of a request, and what it becomes. */
export interface TransformedValue extends TransformedParameter {
  /** What it becomes. It is no place for a secret: whoever may read the plugin reads it. */
  readonly value: string;
}

/** A header of an answer, and what it becomes. */
export interface TransformedHeader {
  /** Its name. */
  readonly name: string;
  /** What it becomes. */
  readonly value: string;
}

/** What changes on the way. */
export interface TransformerProps extends PluginOptions {
  /**
   * What a request gets where it has none. No header that the platform keeps for itself: `x-fc-*`,
   * `connection`, `keep-alive`.
   *
   * @default - nothing
   */
  readonly addRequestParameterIfAbsent?: TransformedValue[];
  /**
   * What a request gets, whatever it has. No header that the platform keeps for itself.
   *
   * @default - nothing
   */
  readonly putRequestParameter?: TransformedValue[];
  /**
   * What is taken from a request.
   *
   * @default - nothing
   */
  readonly removeRequestParameter?: TransformedParameter[];
  /**
   * The status code of every answer, from 100 to 999.
   *
   * @default - the function's own
   */
  readonly setResponseStatusCode?: number;
  /**
   * Headers that an answer gets where it has none.
   *
   * @default - nothing
   */
  readonly addResponseHeaderIfAbsent?: TransformedHeader[];
  /**
   * Headers that an answer gets, whatever it has.
   *
   * @default - nothing
   */
  readonly putResponseHeader?: TransformedHeader[];
  /**
   * The names of headers that are taken from an answer.
   *
   * @default - nothing
   */
  readonly removeResponseHeader?: string[];
}

/**
 * Parameters and headers that come, go or change on the way: `transformer`.
 *
 * Source: "Transformer plug-in".
 */
export class Transformer extends GatewayPlugin {
  /**
   * What changes on the way.
   *
   * @param props by request and answer
   */
  public static of(props: TransformerProps): Transformer {
    return new Transformer(props);
  }

  /** `transformer`. */
  public readonly pluginType: string = "transformer";

  private constructor(private readonly props: TransformerProps) {
    super(props);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    const props = given(this.props);
    return stated({
      addRequestParameterIfAbsent: props.addRequestParameterIfAbsent,
      putRequestParameter: props.putRequestParameter,
      removeRequestParameter: props.removeRequestParameter,
      setResponseStatusCode: props.setResponseStatusCode,
      addResponseHeaderIfAbsent: props.addResponseHeaderIfAbsent,
      putResponseHeader: props.putResponseHeader,
      removeResponseHeader:
        props.removeResponseHeader && each(props.removeResponseHeader, (name) => ({ name })),
    });
  }
}

const name = required(issues(transformedName));
const value = required(text());
const parameter = { name, location: required(enumeration(TransformerLocation)) };
const sent = optional(list(object({ ...parameter, value }, sentHeader)));
const headers = optional(list(object({ name, value })));

/** Each item becomes an object: the list is known, though its items need not be. */
const knownList: Check = (value, at) =>
  Token.isUnresolved(value) ? literal(list(text()))(value, at) : [];

const CHECK = pluginProps({
  addRequestParameterIfAbsent: sent,
  putRequestParameter: sent,
  removeRequestParameter: optional(list(object(parameter))),
  setResponseStatusCode: optional(whole(STATUS_CODE)),
  addResponseHeaderIfAbsent: headers,
  putResponseHeader: headers,
  removeResponseHeader: optional(inTurn(knownList, list(issues(transformedName)))),
});
