import {
  gatewayPathProblem,
  pathParameters,
  requestPathProblem,
} from "../../lib/facts/gateway-path";

test.each([
  "/",
  "/orders",
  "/orders/[id]",
  "/a/[b]/c/[d]",
  "/*",
  "/orders/*",
  "/a:b",
  "/[id].json",
])("%s is a path", (path) => {
  expect(gatewayPathProblem(path)).toBeUndefined();
});

const BRACKETS = 'write each parameter as a name in square brackets, such as "/orders/[id]"';

test.each([
  ["", 'write "/"'],
  ["orders", 'write "/orders"'],
  ["/orders/{id}", 'write "/orders/[id]"'],
  ["/orders/:id/lines/:line", 'write "/orders/[id]/lines/[line]"'],
  ["/{proxy+}", 'write "/[proxy]"'],
  ["/orders/{id", BRACKETS],
  ["/orders/[id", BRACKETS],
  ["/orders/id]", BRACKETS],
  ["/orders/[[id]]", BRACKETS],
  ["/orders/[]", BRACKETS],
  ["/orders/[a/b]", BRACKETS],
])("%j is no path", (path, fix) => {
  expect(gatewayPathProblem(path)?.fix).toBe(fix);
});

test.each([
  ["/orders?page=1", 'write "/orders", and declare its query as parameters in QUERY'],
  ["/orders#top", 'remove "#"'],
  ["/my orders", 'remove " "'],
  ["orders", 'write "/orders"'],
])("no request comes to %j", (path, fix) => {
  expect(requestPathProblem(path)?.fix).toBe(fix);
});

test("the parameters of a path, each once", () => {
  expect(pathParameters("/a/[b]/[c]/[b]")).toEqual(["b", "c"]);
  expect(pathParameters("/a/{b}")).toEqual([]);
});

test("what is to be written in place of a path is right at once", () => {
  expect(gatewayPathProblem("orders/{id}/lines")?.fix).toBe('write "/orders/[id]/lines"');
  expect(gatewayPathProblem("/orders/[id]/lines")).toBeUndefined();
});
