import fc from "fast-check";
import { readChain, readPrivateKey } from "../../lib/facts/certificate";
import { domainNameProblem } from "../../lib/facts/domain-name";
import { regularExpressionProblem } from "../../lib/facts/regular-expression";
import { routePathProblem } from "../../lib/facts/route-path";
import { pem } from "../support/certificates";

const pieces = (...known: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 4 })), { maxLength: 8 })
    .map((all) => all.join(""));

describe("what a custom domain takes", () => {
  test("a name that is right is one for the service's own pattern", () => {
    const ofService = /^(\*\.)?([a-z0-9A-Z][-a-z0-9A-Z]{0,62}\.)+[a-zA-Z]{2,}$/;
    fc.assert(
      fc.property(pieces("*.", ".", "-", "a", "api", "example", ".com", "xn--", "9"), (name) => {
        if (domainNameProblem(name) === undefined) expect(name).toMatch(ofService);
      }),
    );
  });

  test("a path that is right begins at the root and has one wildcard, at its end", () => {
    fc.assert(
      fc.property(pieces("/", "*", "/*", "a"), (path) => {
        const isRight = path.startsWith("/") && !path.replace(/\/\*$/, "").includes("*");
        expect(routePathProblem(path) === undefined).toBe(isRight);
      }),
    );
  });

  test("what JavaScript compiles is a regular expression", () => {
    fc.assert(
      fc.property(pieces("(", ")", "[", "]", "*", "+", "?", "|", "\\", "{2,1}", "^"), (text) => {
        let compiles = true;
        try {
          new RegExp(text);
        } catch {
          compiles = false;
        }
        if (compiles) expect(regularExpressionProblem(text)).toBeUndefined();
      }),
    );
  });

  test("damaged PEM text gives a problem that shows none of it", () => {
    const files = [pem("ec.pem"), pem("ec.key"), pem("encrypted.sec1.key"), pem("request.csr")];
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(400),
        fc.nat(400),
        fc.string(),
        (text, from, length, other) => {
          const damaged = text.slice(0, from) + other + text.slice(from + length);
          for (const read of [readChain(damaged), readPrivateKey(damaged)]) {
            if (!("problem" in read)) continue;
            expect(Object.values(read.problem).join(" ")).not.toMatch(/[A-Za-z0-9+/]{20}/);
          }
        },
      ),
    );
  });
});
