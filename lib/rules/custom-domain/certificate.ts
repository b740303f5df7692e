import {
  type Chain,
  type Validity,
  certificateLengthProblem,
  certificateNameProblem,
  chainDoubt,
  coverageProblem,
  firstOfChainProblem,
  keyMatchProblem,
  privateKeyLengthProblem,
  readChain,
  readPrivateKey,
  validityDoubt,
  validityOf,
  validityProblem,
} from "../../facts/certificate";
import { domainNameProblem, domainPartProblem } from "../../facts/domain-name";
import { kindOf } from "../../facts/issue";
import type { Problem } from "../../facts/problem";
import { isNoPem } from "../../facts/pem";
import type { CustomDomainNode, Resource, Value } from "../../graph";
import { plainOf } from "../judge";
import type { Rule, Verdict } from "../rule";
import { at, show, undecided, violated } from "../verdict";
import { hidden, isWritten, knownPieces } from "../written";
import { blockOf, speaksHttps, surelyHasContent } from "./https";

const MEMBERS = ["cert_name", "certificate", "private_key"] as const;
const PEM_MEMBERS = ["certificate", "private_key"] as const;
const COMPLETE = "HTTPS needs a complete certificate";
const ONLY_HTTPS = "a certificate is for HTTPS";

/** What HTTPS is answered with. The service looks at it only when it is given, and clients when they call. */
export const certificate: Rule = {
  id: "custom-domain/certificate",
  level: "error",
  title:
    "a domain has a complete certificate exactly where it speaks HTTPS: one that covers the domain, is valid today and has its own key",
  elsewhere: ["Cloud Config fc-function-custom-domain-and-cert-enable"],
  secret: true,
  *evaluate(graph, { date }) {
    for (const domain of graph.customDomains) {
      const isPlan = graph.moduleOf(domain.resource).isPlan === true;
      yield* verdicts(domain, date, isPlan);
    }
  },
};

function* verdicts(domain: CustomDomainNode, date: string, isPlan: boolean): Iterable<Verdict> {
  const { resource } = domain;
  const attribute = "cert_config";
  const block = blockOf(resource, attribute);
  const https = speaksHttps(resource);
  const protocol = resource.get("protocol");
  const openProtocol = https === "unknown" ? [protocol] : [];
  if (!block) {
    if (https === "yes") yield incomplete(resource, "no cert_config", MEMBERS, [protocol]);
    if (https === "unknown")
      yield undecided(resource, { attribute, message: COMPLETE }, [protocol]);
  } else if (https === "no" || https === "unstated") {
    if (block.isUnknown || !surelyHasContent(block)) {
      yield undecided(resource, { attribute, message: ONLY_HTTPS }, [block]);
    } else yield withoutHttps(resource, protocol);
  } else if (block.isUnknown) {
    yield undecided(resource, { attribute, message: COMPLETE }, [block, ...openProtocol]);
  } else {
    const standIns = isPlan ? PEM_MEMBERS.filter((member) => isStandIn(block.get(member))) : [];
    const found = [...contentOf(domain, block, date, standIns)];
    yield* found;
    if (found.some(({ answer, detail }) => answer === "violated" && !detail.level)) return;
    const open = PEM_MEMBERS.filter(
      (member) => block.get(member).isUnknown || standIns.includes(member),
    );
    const needs = [
      ...open.flatMap((member): readonly (Value | string)[] => {
        const value = block.get(member);
        return standIns.includes(member)
          ? value.origin.references.map(({ text }) => text)
          : [value];
      }),
      ...openProtocol,
    ];
    // Of a certificate that is known it has been said.
    if (open.includes("certificate")) needs.push(domain.name);
    if (open.length > 0) {
      yield undecided(resource, { attribute: at(attribute, open[0]), message: UNSEEN }, needs);
    } else if (needs.length > 0) {
      yield undecided(resource, { attribute: "protocol", message: ONLY_HTTPS }, needs);
    }
  }
}

/**
 * Whether a plan was made with some other text in place of a PEM that is given from outside, as
 * plans for review are that get no secrets: it says nothing of what will be applied.
 */
function isStandIn({ text, origin }: Value): boolean {
  return !!text && isNoPem(text) && origin.references.length > 0 && origin.defaults.length === 0;
}

const UNSEEN = "the certificate may not be of this domain, of this key, or valid";

function incomplete(
  resource: Resource,
  got: string,
  missing: readonly string[],
  values: readonly Value[],
): Verdict {
  return violated(resource, {
    attribute: "cert_config",
    message: COMPLETE,
    got,
    expected: "cert_config with cert_name, certificate and private_key",
    fix: `give ${missing.join(", ")}`,
    values,
  });
}

function withoutHttps(resource: Resource, protocol: Value): Verdict {
  const isStated = isWritten(protocol);
  return violated(resource, {
    attribute: "protocol",
    message: ONLY_HTTPS,
    got: isStated ? `${show(protocol)} beside cert_config` : "no protocol beside cert_config",
    expected: '"HTTPS" or "HTTP,HTTPS", or no cert_config',
    fix: isStated
      ? 'write "HTTPS", or remove cert_config and tls_config'
      : 'write "HTTPS": which protocol the service takes without one is not published',
    values: [protocol],
  });
}

/** What is wrong with a certificate block of a domain that speaks, or may speak, HTTPS. */
function* contentOf(
  domain: CustomDomainNode,
  block: Value,
  date: string,
  standIns: readonly string[],
): Iterable<Verdict> {
  const { resource } = domain;
  const missing = MEMBERS.filter((member) => {
    const value = block.get(member);
    return value.isNull || value.text === "";
  });
  if (missing.length > 0) {
    const values = missing.map((member) => block.get(member));
    yield incomplete(resource, `no ${missing.join(", no ")}`, missing, values);
  }
  const given = MEMBERS.filter((member) => !missing.includes(member));
  for (const member of given) {
    const value = block.get(member);
    if (value.isUnknown || value.text !== undefined) continue;
    yield violated(resource, {
      attribute: at("cert_config", member),
      message: "this is no text",
      got: kindOf(plainOf(value)),
      expected: "text",
      fix: member === "cert_name" ? "give a name" : "give the content of a PEM file",
    });
  }
  yield* named(resource, block);
  const chain = standIns.includes("certificate")
    ? undefined
    : yield* chainOf(resource, block.get("certificate"), date);
  if (chain) yield* covering(domain, chain, block.get("certificate"));
  if (!standIns.includes("private_key")) yield* keyed(resource, chain, block);
}

function* named(resource: Resource, block: Value): Iterable<Verdict> {
  const value = block.get("cert_name");
  const problem = value.text ? certificateNameProblem(value.text) : undefined;
  if (!problem) return;
  const message = "this cannot be the name of a certificate";
  yield violated(resource, {
    attribute: "cert_config.cert_name",
    message,
    ...problem,
    values: [value],
  });
}

/** Judges a certificate by itself, and gives it where it can be read. */
function* chainOf(
  resource: Resource,
  value: Value,
  date: string,
): Generator<Verdict, Chain | undefined> {
  // Of a template the first certificate may be there as a whole, the domain's own.
  const pem = value.text ?? /^[^]*?-----END CERTIFICATE-----/.exec(value.prefix)?.[0];
  const wrong: Wrong = (message, problem, level) =>
    violated(resource, {
      attribute: "cert_config.certificate",
      message,
      level,
      ...problem,
      values: [value],
    });
  const { certificate: seen } = resource.metadata;
  if (!pem) {
    // Of a file it is told what was in it when the stack was synthesised.
    if (seen && value.isUnknown) {
      const validity = { from: Date.parse(seen.begins), to: Date.parse(seen.ends) };
      yield* datesOf(validity, seen.doubt, date, wrong);
    }
    return undefined;
  }
  const long = certificateLengthProblem(pem);
  if (long) {
    yield wrong("the certificate is too long", long);
    return undefined;
  }
  const read = readChain(pem);
  if ("problem" in read) {
    yield wrong("this is no certificate", read.problem);
    return undefined;
  }
  const { chain } = read;
  const first = firstOfChainProblem(chain);
  if (first) {
    yield wrong("the first certificate is not the domain's own", first);
    return undefined;
  }
  yield* datesOf(validityOf(chain), chainDoubt(chain, date), date, wrong);
  return chain;
}

type Wrong = (message: string, problem: Problem, level?: "warning") => Verdict;

/** What the time says of a certificate, and what speaks against its chain. */
function* datesOf(
  validity: Validity,
  doubt: Problem | undefined,
  date: string,
  wrong: Wrong,
): Iterable<Verdict> {
  const invalid = validityProblem(validity, date);
  if (invalid) yield wrong("the certificate is not valid today", invalid);
  const ending = validityDoubt(validity, date);
  if (ending) yield wrong("the certificate ends soon", ending, "warning");
  if (doubt) yield wrong("some clients do not accept the certificate's chain", doubt, "warning");
}

function* covering(
  { resource, name }: CustomDomainNode,
  chain: Chain,
  value: Value,
): Iterable<Verdict> {
  const pieces = knownPieces(name);
  // What is wrong with the name is for custom-domain/name to say.
  if (!name.isUnknown && (name.text === undefined || domainNameProblem(name.text))) return;
  if (domainPartProblem(pieces)) return;
  const attribute = "cert_config.certificate";
  const message = "the certificate is for another domain";
  const problem = coverageProblem(chain, pieces);
  if (problem) {
    yield violated(resource, {
      attribute,
      message,
      ...problem,
      ...hidden(value, problem),
      ...(name.isSensitive ? { expected: "one for this domain" } : {}),
      values: [value, name],
    });
  } else if (name.isUnknown) {
    yield undecided(resource, { attribute, message }, [name]);
  }
}

function* keyed(resource: Resource, chain: Chain | undefined, block: Value): Iterable<Verdict> {
  const value = block.get("private_key");
  if (!value.text) return;
  const wrong = (message: string, problem: Problem): Verdict =>
    violated(resource, {
      attribute: "cert_config.private_key",
      message,
      ...problem,
      values: [block.get("certificate"), value],
    });
  const long = privateKeyLengthProblem(value.text);
  const read = long ? undefined : readPrivateKey(value.text);
  if (long) yield wrong("the private key is too long", long);
  else if (read && "problem" in read) yield wrong("this is no private key", read.problem);
  else if (read && chain) {
    const other = keyMatchProblem(chain, read.key);
    if (other) yield wrong("the private key is not that of the certificate", other);
  }
}
