import { isAbsent } from "../../facts/issue";
import { ROUTES, constantName, routeCondition, routeName } from "../../facts/plugins/routing";
import {
  type Check,
  type PropProblem,
  enumeration,
  given,
  issues,
  list,
  literal,
  object,
  optional,
  own,
  required,
  several,
  text,
} from "../../props";
import { GatewayPlugin, type PluginOptions } from "./gateway-plugin";
import { each, pluginProps, stated } from "./checks/plugin-props";
import { RoutingBackend } from "./parts/routing-backend";
import { sentHeader } from "./parts/sent-header";

/** Where a constant parameter is put. */
export enum RoutingLocation {
  /** In a header. */
  HEADER = "header",
  /** In the query. */
  QUERY = "query",
}

/** Something that is added to the calls of a route. */
export interface RoutingConstant {
  /**
   * Its name. No header that the platform keeps for itself where the function is called: `x-fc-*`,
   * `connection`, `keep-alive`.
   */
  readonly name: string;
  /** Where it is put. */
  readonly location: RoutingLocation;
  /** What it is. It is no place for a secret: whoever may read the plugin reads it. */
  readonly value: string;
}

/** What becomes of some calls. */
export interface RoutingRule {
  /**
   * Its name, unique in the plugin.
   *
   * @default - none
   */
  readonly name?: string;
  /** Which calls, in the gateway's own language: `$CaAppId = 123456`, `Random() < 0.05`. */
  readonly condition: string;
  /**
   * Where they go.
   *
   * @default - to the function
   */
  readonly backend?: RoutingBackend;
  /**
   * What is added to them.
   *
   * @default - nothing
   */
  readonly constantParameters?: RoutingConstant[];
}

/** Which calls go where. */
export interface RoutingProps extends PluginOptions {
  /** At least one; the first whose condition holds is taken. Calls for which none holds go to the function. */
  readonly routes: RoutingRule[];
}

/**
 * Another backend for some calls: `routing`.
 *
 * Source: "Routing plug-in".
 */
export class Routing extends GatewayPlugin {
  /**
   * Which calls go where.
   *
   * @param props the routes
   */
  public static of(props: RoutingProps): Routing {
    return new Routing(props);
  }

  /** `routing`. */
  public readonly pluginType: string = "routing";

  private constructor(private readonly props: RoutingProps) {
    super(props);
  }

  /** @internal */
  public _problems(at: string): readonly PropProblem[] {
    return CHECK(this.props, at);
  }

  /** @internal */
  public _data(): unknown {
    const { routes } = given(this.props);
    return {
      routes: each(routes, ({ name, condition, backend, constantParameters }) =>
        stated({
          name,
          condition,
          backend: backend?._data,
          "constant-parameters": constantParameters,
        }),
      ),
    };
  }
}

/** Of a route whose calls go elsewhere headers may have any name. */
const route: Check = (value, at) =>
  (isAbsent((value as Partial<RoutingRule> | null)?.backend) ? ownRoute : otherRoute)(value, at);

const ownRoute = routeCheck(sentHeader);
const otherRoute = routeCheck();

function routeCheck(...facts: readonly (typeof sentHeader)[]): Check {
  const constant = {
    name: required(issues(constantName)),
    location: required(enumeration(RoutingLocation)),
    value: required(text()),
  };
  return object({
    name: optional(issues(routeName)),
    condition: required(issues(routeCondition)),
    backend: optional(own(RoutingBackend, 'RoutingBackend.http("https://beta.example.com")')),
    constantParameters: optional(list(object(constant, ...facts))),
  });
}

const CHECK = pluginProps({ routes: required(literal(several(ROUTES, route))) });
