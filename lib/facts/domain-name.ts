import type { Problem } from "./problem";

/** The most characters of a custom domain's name. */
export const MOST_DOMAIN_NAME_CHARACTERS = 256;

/** The most characters between two dots. */
const MOST_LABEL_CHARACTERS = 63;

/** The platform's own domains, under which nobody else has a name. */
const PLATFORM_DOMAINS = ["fcapp.run", "aliyuncs.com", "alicloudapi.com"];

const EXPECTED =
  "a domain of your own, such as api.example.com or *.example.com: letters, digits and hyphens between dots";

/**
 * What is wrong with the name of a custom domain: at most 256 characters, each part at most 63
 * letters, digits and hyphens with a letter or digit at both ends, the last one letters only, an
 * optional `*.` in front; none of the platform's own names, and none in another script, encoded
 * (`xn--`) or not.
 *
 * Source: CreateCustomDomain, `domainName`, and the pattern in the service's refusal of a name.
 */
export function domainNameProblem(name: string): Problem | undefined {
  const wrong = domainPartProblem([name]);
  if (wrong) return wrong;
  const got = JSON.stringify(name);
  if (name === "") return { got, expected: EXPECTED, fix: "give a name" };
  const problem = { got, expected: EXPECTED };
  const labels = name.replace(/^\*\./, "").split(".");
  const long = labels.find((label) => label.length > MOST_LABEL_CHARACTERS);
  if (long !== undefined) {
    return {
      ...problem,
      got: `a part of ${long.length} characters`,
      expected: `at most ${MOST_LABEL_CHARACTERS} characters between two dots`,
      fix: "shorten it",
    };
  }
  if (labels.length < 2) return { ...problem, fix: "write the whole name, with its zone" };
  if (labels.includes("")) {
    return { ...problem, fix: "write one dot between two parts, and none at the ends" };
  }
  const bad = labels.find((label) => !/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/i.test(label));
  if (bad !== undefined) {
    return bad.includes("*")
      ? { ...problem, fix: "write * only as the whole first part" }
      : { ...problem, fix: `let ${JSON.stringify(bad)} begin and end with a letter or a digit` };
  }
  if (/^[a-z]{2,}$/i.test(labels[labels.length - 1])) return undefined;
  return { ...problem, fix: "end with a zone of letters, such as .com" };
}

/**
 * What is surely wrong with a name of which only pieces are known, in order: a character that no
 * name has, an encoded script, the platform's own domain at the end, too many characters.
 */
export function domainPartProblem(pieces: readonly (string | undefined)[]): Problem | undefined {
  const known = pieces.filter((piece) => piece !== undefined);
  const text = known.join("");
  const got = JSON.stringify(pieces.map((piece) => piece ?? "…").join(""));
  const problem = { got, expected: EXPECTED };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(pieces[0] ?? "")) {
    return { ...problem, fix: "write the name alone, without a protocol and a path" };
  }
  const strange = /[^-a-zA-Z0-9.*]/u.exec(text)?.[0];
  if (strange !== undefined) {
    const isForeign = /[^\x00-\x7f]/.test(strange);
    return {
      ...problem,
      fix: isForeign
        ? "take a name in letters a to z: the platform has no names in other scripts"
        : strange === "_"
          ? 'write "-" for "_"'
          : `remove ${JSON.stringify(strange)}`,
    };
  }
  if (known.some((piece) => /(^|\.)xn--/i.test(piece))) {
    return {
      ...problem,
      fix: "take a name in letters a to z: the platform has no names in other scripts, encoded or not",
    };
  }
  const end = pieces[pieces.length - 1]?.toLowerCase() ?? "";
  const own = PLATFORM_DOMAINS.find(
    (domain) => end.endsWith(`.${domain}`) || (pieces.length === 1 && end === domain),
  );
  if (own !== undefined) {
    return {
      ...problem,
      expected: "a domain of your own",
      fix: `take another name: what ends with ${own} is the platform's`,
    };
  }
  if (text.length <= MOST_DOMAIN_NAME_CHARACTERS) return undefined;
  return {
    got: `${known.length < pieces.length ? "more than " : ""}${text.length} characters`,
    expected: `at most ${MOST_DOMAIN_NAME_CHARACTERS} characters`,
    fix: "shorten it",
  };
}
