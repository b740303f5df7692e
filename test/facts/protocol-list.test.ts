import { Unknown } from "../../lib/facts/issue";
import { protocolsIssues } from "../../lib/facts/protocol-list";

test("takes each protocol once", () => {
  expect(protocolsIssues(["HTTP", "WebSocket", "gRPC", "SSE"])).toEqual([]);
});

test.each([
  [[], [], "an empty list", "give a list of at least one protocol"],
  [5, [], "the number 5", "give a list of at least one protocol"],
  [["grpc"], [0], '"grpc"', 'write "gRPC"'],
  [["MQTT"], [0], '"MQTT"', "write one of these"],
  [[undefined], [0], "nothing", 'give a protocol, such as "WebSocket"'],
  [["SSE", "SSE"], [1], '"SSE" again, as protocols[0]', "remove it"],
])("%p", (protocols, path, got, fix) => {
  expect(protocolsIssues(protocols)).toEqual([
    { path, problem: { got, expected: expect.any(String), fix } },
  ]);
});

test("cannot tell of what is not known", () => {
  expect(protocolsIssues(["HTTP", new Unknown("v")])).toEqual([{ path: [1] }]);
});
