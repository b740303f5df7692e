import { address, path, vpcAccessName } from "./backend";
import { anything, likeOneOf, list, object, scalar, text } from "./check";

/** How many routes there are. */
export const ROUTES = { expected: "a list of at least one route", least: 1 };

/** The name of a route. */
export const routeName = text("the name of the route");

/** The condition of a route. */
export const routeCondition = text("the condition under which the route is taken");

/** The name of a constant parameter. */
export const constantName = text("the name of the parameter");

const constants = list(
  { expected: "a list of constant parameters" },
  object({
    known: {
      name: constantName,
      location: likeOneOf("header", "query"),
      value: scalar,
    },
    required: ["name", "location", "value"],
  }),
);

/**
 * `routing`: another backend for some calls. What a backend of each type has is not published in
 * full, and a route may override a part of the API's own, so only what is known is looked at.
 *
 * Source: the provider's acceptance tests.
 */
export const routing = object({
  known: {
    routes: list(
      ROUTES,
      object({
        known: {
          name: routeName,
          condition: routeCondition,
          backend: object({
            known: {
              type: likeOneOf("HTTP", "HTTP-VPC", "MOCK"),
              address,
              vpcAccessName,
              path,
              method: text("a method"),
              timeout: anything,
              statusCode: scalar,
              mockBody: anything,
              mockHeaders: anything,
            },
          }),
          "constant-parameters": constants,
          constantParameters: constants,
        },
        required: ["condition"],
      }),
    ),
  },
  required: ["routes"],
});
