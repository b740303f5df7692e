import { gatewayTimeoutDoubt } from "../../lib/facts/gateway-timeout";

test.each([
  [100, undefined],
  [30000, undefined],
  [99, "write 99000"],
  [1, "write 1000"],
  [0, "write 30000"],
  [-5, "write 30000"],
])("a backend timeout of %d ms: %s", (milliseconds, fix) => {
  expect(gatewayTimeoutDoubt(milliseconds)?.fix).toBe(fix);
});
