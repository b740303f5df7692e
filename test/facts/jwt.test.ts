import fc from "fast-check";
import { Unknown } from "../../lib/facts/issue";
import {
  claimPassByProblem,
  jwksIssues,
  jwtPathProblem,
  prefixProblem,
  tokenLookupProblem,
  tokenPlaces,
} from "../../lib/facts/jwt";

const name = fc.stringMatching(/^[A-Za-z][-A-Za-z0-9_]{0,9}$/);
const place = fc.oneof(
  fc.record({ position: fc.constantFrom("header", "cookie", "query", "form"), name }),
  fc.record({
    position: fc.constant("header"),
    name,
    prefix: fc.stringMatching(/^[A-Za-z]{0,6} $/),
  }),
);

describe("facts on JWT", () => {
  test("what follows the grammar of tokenLookup is read back as it was written", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), (places) => {
        const text = places
          .map((one) =>
            [one.position, one.name, ...("prefix" in one ? [one.prefix] : [])].join(":"),
          )
          .join(",");
        expect(tokenLookupProblem(text)).toBeUndefined();
        expect(tokenPlaces(text)).toEqual(places.map((one) => ({ prefix: undefined, ...one })));
        expect(tokenPlaces(text).map(prefixProblem)).toEqual(places.map(() => undefined));
      }),
    );
  });

  test("any text and any JSON gets an answer", () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, json) => {
        for (const fact of [tokenLookupProblem, claimPassByProblem, jwtPathProblem]) fact(text);
        tokenPlaces(text).forEach(prefixProblem);
        for (const jwks of [json, text, { keys: json }, { keys: [json] }, [json]]) jwksIssues(jwks);
      }),
    );
  });

  test("a mended prefix is right", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{1,9} {0,3}$/), (prefix) => {
        const problem = prefixProblem({ position: "header", name: "a", prefix });
        expect(problem === undefined).toBe(/[^ ] $/.test(prefix));
        const mended = /"(.*)"/.exec(problem?.fix ?? "")?.[1];
        if (mended) expect(tokenPlaces(mended).map(prefixProblem)).toEqual([undefined]);
      }),
    );
  });

  test("a token of the synthesis stands for what is not known", () => {
    const key = { kty: "RSA", alg: "RS256", use: "sig", n: new Unknown("a"), e: "AQAB" };
    expect(jwksIssues({ keys: [key] })).toEqual([{ path: ["keys", 0, "n"] }]);
    expect(jwksIssues(new Unknown("b"))).toEqual([{ path: [] }]);
  });
});
