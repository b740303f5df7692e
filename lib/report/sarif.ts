import { oneLine } from "../facts/one-line";
import type { Notice, Report } from "../policy";
import type { Finding, Rule, Suppression, UndecidedFinding } from "../rules";
import { formatFailure } from "./failures";
import type { FormatOptions } from "./format";
import { jsonText } from "./json-text";
import { PROJECT, link } from "./links";
import { prose } from "./markdown-text";
import { type Spot, formatAddress, spotOf } from "./place";
import { formatSentence } from "./text";
import { isUndecided } from "./weight";

type Found = Finding | UndecidedFinding;

/** SARIF 2.1.0, for code scanning. Accepted findings are in it as suppressed, questions as open. */
export function formatSarif(report: Report, { rules, version }: FormatOptions): string {
  const all: readonly Found[] = [...report.findings, ...report.undecided];
  const described = describe(rules, all);
  const index = new Map(described.map(({ id }, position) => [id, position]));
  const hasBaseline = all.some(({ status }) => status === "baseline");
  const number = new Map<string, number>();
  const results = all.map((found) => {
    const count = (number.get(found.fingerprint) ?? 0) + 1;
    number.set(found.fingerprint, count);
    return {
      ruleId: found.rule,
      ruleIndex: index.get(found.rule),
      kind: isUndecided(found) ? "open" : "fail",
      level: isUndecided(found) ? "none" : found.level,
      message: { text: messageOf(found) },
      locations: [locationOf(found, report)],
      relatedLocations: relatedOf(found, report),
      // The first name is the one that GitHub matches alerts by.
      partialFingerprints: {
        primaryLocationLineHash: `${found.fingerprint}:${count}`,
        "fcFrontdoor/v1": found.fingerprint,
      },
      suppressions: found.suppression && [suppressionOf(found.suppression)],
      baselineState: hasBaseline ? (found.status === "baseline" ? "unchanged" : "new") : undefined,
      properties: {
        resource: formatAddress(found),
        stack: found.stack,
        attribute: found.attribute,
        setBy: found.setBy,
        ...(isUndecided(found)
          ? { needs: found.needs }
          : { got: found.got, expected: found.expected, fix: found.fix }),
      },
    };
  });
  return jsonText({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "fc-frontdoor", version, informationUri: PROJECT, rules: described },
        },
        invocations: [
          {
            executionSuccessful: report.failures.length === 0,
            toolExecutionNotifications: report.failures.map((failure) => ({
              level: "error",
              message: { text: oneLine(formatFailure(failure)) },
            })),
            toolConfigurationNotifications: report.notices.map(notificationOf),
          },
        ],
        artifacts: artifactsOf(report),
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  });
}

/** The rules that were run, and those that a finding names beside them. */
function describe(
  rules: readonly Rule[],
  all: readonly Found[],
): readonly { readonly id: string }[] {
  const help = new Map(all.map((found) => [found.rule, found.help]));
  const known = new Set(rules.map(({ id }) => id));
  return [
    ...rules.map(({ id, level, title, locked = false, help: page }) => {
      const helpUri = link(page ?? `docs/rules/${id}.md`);
      const text = `${oneLine(title)}. See ${helpUri}`;
      return {
        id,
        name: pascalCase(id),
        shortDescription: { text: oneLine(title) },
        fullDescription: { text: `${oneLine(title)}${locked ? " (a locked rule)" : ""}.` },
        helpUri,
        help: { text, markdown: `${prose(title)}. See [${prose(id)}](${helpUri}).` },
        defaultConfiguration: { level },
        properties: {
          tags: id.split("/").slice(0, -1),
          "problem.severity": level === "note" ? "recommendation" : level,
          locked,
        },
      };
    }),
    ...[...help].filter(([id]) => !known.has(id)).map(([id, uri]) => ({ id, helpUri: link(uri) })),
  ];
}

function messageOf(found: Found): string {
  const text = isUndecided(found)
    ? oneLine(`${found.message}; undecided, needs ${found.needs.join(", ")}`)
    : formatSentence(found);
  return withoutLinks(text);
}

/** `](` makes a link in a message of SARIF; what a configuration holds makes none. */
function withoutLinks(text: string): string {
  return text.replaceAll("](", "]\\(");
}

function locationOf(found: Found, report: Report): object {
  // Code scanning refuses a result without a file.
  const first = report.inputs?.[0];
  const spot = spotOf(found, report) ?? (first && { file: first.file });
  return {
    physicalLocation: spot && physical(spot),
    logicalLocations: logical(found.path, formatAddress(found)),
  };
}

function relatedOf(found: Found, report: Report): readonly object[] {
  return found.related.flatMap((other, position) => {
    const spot = spotOf(other, report);
    if (!spot) return [];
    return [
      {
        id: position + 1,
        message: { text: withoutLinks(oneLine(other.message ?? other.resource)) },
        physicalLocation: physical(spot),
        logicalLocations: logical(other.path, other.resource),
      },
    ];
  });
}

/** The files that were read, each once. */
function artifactsOf({ inputs = [] }: Report): readonly object[] {
  const byFile = new Map(inputs.map((input) => [oneLine(input.file), input]));
  return [...byFile].map(([file, { sha256 }]) => ({
    location: artifact(file),
    roles: ["analysisTarget"],
    hashes: { "sha-256": sha256 },
  }));
}

function physical({ file, line, column }: Spot): object {
  return {
    artifactLocation: artifact(file),
    region: line === undefined ? undefined : { startLine: line, startColumn: column },
  };
}

function artifact(file: string): object {
  const uri = oneLine(file).split("/").map(encodeURIComponent).join("/");
  return file.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "%SRCROOT%" };
}

/** The construct where it is known, and the resource. */
function logical(path: string | undefined, address: string): readonly object[] {
  const resource = { name: address, fullyQualifiedName: address, kind: "resource" };
  if (path === undefined || path === address) return [resource];
  return [{ name: path.split("/").at(-1), fullyQualifiedName: path, kind: "resource" }, resource];
}

function suppressionOf({ by, reason, owner, expires }: Suppression): object {
  return {
    kind: by === "code" ? "inSource" : "external",
    status: "accepted",
    justification: reason,
    properties: { owner, expires },
  };
}

function notificationOf({ level, message, source }: Notice): object {
  return { level, message: { text: oneLine(source === "" ? message : `${message} (${source})`) } };
}

/** `http-trigger/methods` is `HttpTriggerMethods`. */
function pascalCase(id: string): string {
  return id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, first: string) =>
    first.toUpperCase(),
  );
}
