import type { ApiRouteOptions, ApiRouteProps } from "./api-route-props";
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

  private constructor() {}
}
