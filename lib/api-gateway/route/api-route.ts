import type { ApiRouteOptions, ApiRouteProps } from "./api-route-props";
import type { OpenApiOptions } from "./open-api/open-api-options";
import { GatewayMethod } from "./words";

/**
 * Routes in fewer words: each method returns the plain object that could stand in its place.
 *
 * Source: CreateApi, `RequestConfig`.
 */
export class ApiRoute {
  /**
   * A route for GET.
   *
   * @param path the path: `/orders/[id]`
   * @param options what else it is; default: see there
   */
  public static get(path: string, options?: ApiRouteOptions): ApiRouteProps {
    return ApiRoute.of([GatewayMethod.GET], path, options);
  }

  /**
   * A route for POST.
   *
   * @param path the path: `/orders/[id]`
   * @param options what else it is; default: see there
   */
  public static post(path: string, options?: ApiRouteOptions): ApiRouteProps {
    return ApiRoute.of([GatewayMethod.POST], path, options);
  }

  /**
   * A route for PUT.
   *
   * @param path the path: `/orders/[id]`
   * @param options what else it is; default: see there
   */
  public static put(path: string, options?: ApiRouteOptions): ApiRouteProps {
    return ApiRoute.of([GatewayMethod.PUT], path, options);
  }

  /**
   * A route for DELETE.
   *
   * @param path the path: `/orders/[id]`
   * @param options what else it is; default: see there
   */
  public static delete(path: string, options?: ApiRouteOptions): ApiRouteProps {
    return ApiRoute.of([GatewayMethod.DELETE], path, options);
  }

  /**
   * A route for PATCH.
   *
   * @param path the path: `/orders/[id]`
   * @param options what else it is; default: see there
   */
  public static patch(path: string, options?: ApiRouteOptions): ApiRouteProps {
    return ApiRoute.of([GatewayMethod.PATCH], path, options);
  }

  /**
   * A route for HEAD.
   *
   * @param path the path: `/orders/[id]`
   * @param options what else it is; default: see there
   */
  public static head(path: string, options?: ApiRouteOptions): ApiRouteProps {
    return ApiRoute.of([GatewayMethod.HEAD], path, options);
  }

  /**
   * A route for OPTIONS.
   *
   * @param path the path: `/orders/[id]`
   * @param options what else it is; default: see there
   */
  public static options(path: string, options?: ApiRouteOptions): ApiRouteProps {
    return ApiRoute.of([GatewayMethod.OPTIONS], path, options);
  }

  /**
   * A route for every method, as one API.
   *
   * @param path the path: `/orders/[id]`, or `/*`
   * @param options what else it is; default: see there
   */
  public static any(path: string, options?: ApiRouteOptions): ApiRouteProps {
    return ApiRoute.of([GatewayMethod.ANY], path, options);
  }

  /**
   * A route for several methods, with one API for each.
   *
   * @param methods the methods, none twice; or `ANY` alone
   * @param path the path: `/orders/[id]`
   * @param options what else it is; default: see there
   */
  public static of(
    methods: GatewayMethod[],
    path: string,
    options?: ApiRouteOptions,
  ): ApiRouteProps {
    return { ...options, methods, path };
  }

  /**
   * A route for each operation of an OpenAPI document, version 3.0 or 3.1. What the gateway has no
   * place for (security, cookies, bounds of parameters and so on) is in `notMapped` of the routes,
   * and the rule `api-gateway/open-api` reports it.
   *
   * @param file YAML or JSON, relative to the folder of cdktf.json; all in one file
   * @param options which operations, and what every route gets; default: see there
   * @throws FrontDoorError naming what is wrong with the document, with its lines
   */
  public static fromOpenApi(file: string, options?: OpenApiOptions): ApiRouteProps[] {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded where it is needed
    const openApi = require("./open-api/routes") as typeof import("./open-api/routes");
    return openApi.routesFromOpenApi(file, options);
  }

  private constructor() {}
}
