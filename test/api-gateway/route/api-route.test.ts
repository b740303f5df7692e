import { ApiRoute, GatewayMethod } from "../../../lib/api-gateway/route";

describe("ApiRoute", () => {
  test.each([
    ["GET", ApiRoute.get("/orders")],
    ["POST", ApiRoute.post("/orders")],
    ["PUT", ApiRoute.put("/orders")],
    ["DELETE", ApiRoute.delete("/orders")],
    ["PATCH", ApiRoute.patch("/orders")],
    ["HEAD", ApiRoute.head("/orders")],
    ["OPTIONS", ApiRoute.options("/orders")],
    ["ANY", ApiRoute.any("/orders")],
  ])("%s is the plain object that could stand in its place", (method, route) => {
    expect(route).toStrictEqual({ methods: [method], path: "/orders" });
  });

  test("options stand beside methods and path", () => {
    const { GET, HEAD } = GatewayMethod;
    expect(ApiRoute.of([GET, HEAD], "/orders", { apiName: "list" })).toStrictEqual({
      apiName: "list",
      methods: [GET, HEAD],
      path: "/orders",
    });
  });
});
