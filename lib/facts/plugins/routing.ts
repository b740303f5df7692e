import { anything, likeOneOf, list, object, scalar, text } from "./check";

const constants = list(
  { expected: "a list of constant parameters" },
  object({
    known: {
      name: text("the name of the parameter"),
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
      { expected: "a list of at least one route", least: 1 },
      object({
        known: {
          name: text("the name of the route"),
          condition: text("the condition under which the route is taken"),
          backend: object({
            known: {
              type: likeOneOf("HTTP", "HTTP-VPC", "MOCK"),
              address: text("an address"),
              vpcAccessName: text("the name of a VPC access"),
              path: text("a path"),
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
