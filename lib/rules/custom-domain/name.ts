import { domainNameProblem, domainPartProblem } from "../../facts/domain-name";
import { textIssues } from "../../facts/issue";
import type { CustomDomainNode } from "../../graph";
import { judge } from "../judge";
import type { Rule, Verdict } from "../rule";
import { violated } from "../verdict";
import { hidden, knownPieces } from "../written";

const attribute = "custom_domain_name";
const message = "this cannot be the name of a custom domain";

/** The service takes host names of one's own, and the provider does not look at them. */
export const name: Rule = {
  id: "custom-domain/name",
  level: "error",
  title:
    "the name is a domain of your own of at most 256 characters, of letters, digits and hyphens between dots, perhaps with `*.` in front",
  *evaluate(graph) {
    for (const domain of graph.customDomains) yield* verdicts(domain);
  },
};

function* verdicts({ resource, name: value }: CustomDomainNode): Iterable<Verdict> {
  if (value.isNull) {
    yield violated(resource, {
      attribute,
      message: "a custom domain needs a name",
      got: "nothing",
      expected: "a name, which the provider does not ask for and the service does",
      fix: "give custom_domain_name",
    });
    return;
  }
  const problem = value.isUnknown ? domainPartProblem(knownPieces(value)) : undefined;
  if (problem) {
    yield violated(resource, {
      attribute,
      message,
      ...problem,
      ...hidden(value, problem),
      values: [value],
    });
    return;
  }
  yield* judge(resource, { path: [attribute], message }, value, (plain) =>
    textIssues(plain, "a name", domainNameProblem),
  );
}
