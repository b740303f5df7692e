import { PROTOCOLS } from "../../facts/protocols";
import { DEFAULT_TIMEOUT_SECONDS } from "../../facts/timeout";
import type { FunctionNode } from "../../graph";
import type { Rule } from "../rule";
import { show, undecided, violated } from "../verdict";

/** Under this many seconds a timeout was not chosen with connections in mind. */
const LEAST_SECONDS = 60;

/** A long-lived connection is one call of the function, and ends with it. */
export const protocolTimeout: Rule = {
  id: "http-trigger/protocol-timeout",
  level: "warning",
  title:
    "a function to which WebSocket or gRPC connections are declared has a timeout of at least 60 seconds",
  *evaluate(graph) {
    const judged = new Set<FunctionNode>();
    for (const { resource, function: owner, functionName } of graph.httpTriggers) {
      const name = resource.metadata.protocols?.find((one) => PROTOCOLS[one]?.longLived);
      if (name === undefined || (owner && judged.has(owner))) continue;
      const attribute = "timeout";
      const message = `a ${name} connection ends at the function's timeout`;
      if (!owner) {
        yield undecided(resource, { attribute, message }, [`the timeout of ${show(functionName)}`]);
        continue;
      }
      judged.add(owner);
      const { timeoutSeconds: timeout } = owner;
      const where = {
        attribute,
        message,
        related: [{ resource, message: `declares ${name}` }],
      };
      if (timeout.isUnknown) {
        yield undecided(owner.resource, where, [timeout]);
      } else if (timeout.isNull || (timeout.number ?? LEAST_SECONDS) < LEAST_SECONDS) {
        yield violated(owner.resource, {
          ...where,
          got: timeout.isNull
            ? `none, so the service's default of ${DEFAULT_TIMEOUT_SECONDS} s`
            : `${show(timeout)} s`,
          expected: `at least ${LEAST_SECONDS} s, as long as a connection is to last`,
          fix: "set timeout to the longest time that a connection may last, at most 86400",
          values: [timeout],
        });
      }
    }
  },
};
