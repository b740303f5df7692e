import { routeMethodsIssues } from "../../facts/methods";
import { judge } from "../judge";
import type { Rule } from "../rule";

/** Function Compute passes on seven methods. */
export const routeMethods: Rule = {
  id: "custom-domain/route-methods",
  level: "error",
  title: "the methods of a route are of DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
  *evaluate(graph) {
    const message = "a route lists methods that there are";
    for (const { resource, routes } of graph.customDomains) {
      for (const [index, { value }] of routes.entries()) {
        const path = ["route_config", "routes", index, "methods"];
        yield* judge(resource, { path, message }, value.get("methods"), routeMethodsIssues);
      }
    }
  },
};
