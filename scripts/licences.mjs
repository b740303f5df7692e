import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { at } from "./paths.mjs";

/** What may be bundled into the package: licences that ask for a notice, and nothing else. */
const BUNDLED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

/** What may be used to build and to test, and by the peers: also weak copyleft, and texts and data. */
const USED = [
  ...BUNDLED,

  "BlueOak-1.0.0",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "CC0-1.0",
  "MPL-2.0",
  "Python-2.0",
  "Unlicense",
];

/** Of packages that do not write theirs as SPDX does. */
const READ_BY_HAND = { jsonify: ["Public Domain", "CC0-1.0"], optimist: ["MIT/X11", "MIT"] };

/** The folders with a lock file of npm's. */
const folders = () => [
  "",
  ...readdirSync(at("tools"))
    .map((name) => join("tools", name))
    .filter((folder) => readdirSync(at(folder)).includes("package-lock.json")),
];

const lockOf = (folder) =>
  JSON.parse(readFileSync(at(folder, "package-lock.json"), "utf8")).packages;

/** What a lock file installs whose licence is not one of the allowed. */
export const notAllowed = () =>
  folders().flatMap((folder) =>
    Object.entries(lockOf(folder))
      .filter(([path, { license }]) => path !== "" && !isAllowed(nameIn(path), license, USED))
      .map(([path, { license }]) => `${join(folder, path)}: ${license ?? "no licence"}`),
  );

/** What is bundled whose licence is not one of the allowed; `bundled` is a list of folders. */
export const notAllowedIn = (bundled) =>
  bundled
    .map(({ name, licence }) => [name, licence])
    .filter(([name, licence]) => !isAllowed(name, licence, BUNDLED))
    .map(([name, licence]) => `${name}: ${licence}`);

function isAllowed(name, licence = "", allowed) {
  const [written, read] = READ_BY_HAND[name] ?? [];
  const expression = licence === written ? read : licence.replace(/^\((.*)\)$/, "$1");
  return expression
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => allowed.includes(one)));
}

const nameIn = (path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** docs/licences.md: the licences of what is bundled, of the peers, and of every tool. */
export function licencesPage(bundled) {
  const { peerDependencies } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  const direct = folders().flatMap((folder) => {
    const packages = lockOf(folder);
    const { dependencies, devDependencies } = packages[""];
    return Object.keys({ ...dependencies, ...devDependencies }).map((name) => ({
      name,
      licence: packages[`node_modules/${name}`].license,
    }));
  });
  const isPeer = ({ name }) => name in peerDependencies;
  return [
    "# Licences",
    "",
    "Written by `npm run reference`. The library itself is under Apache-2.0.",
    "",
    "## In the package",
    "",
    "Bundled into `dist/vendor`, with their texts in `dist/vendor/THIRD-PARTY.txt` and a CycloneDX bill of",
    "materials in `dist/vendor/sbom.cdx.json`.",
    "",
    ...table(bundled),
    "",
    "## Beside it",
    "",
    "What a project installs itself, the peers:",
    "",
    ...table(direct.filter(isPeer)),
    "",
    "## Only to build and to test",
    "",
    `What these need in turn is under one of ${USED.join(", ")}; \`npm test -- licences\` holds it to that.`,
    "",
    ...table(direct.filter((one) => !isPeer(one))),
    "",
  ].join("\n");
}

function table(packages) {
  const licences = new Map(packages.map(({ name, licence }) => [name, licence]));
  return [
    "| library | licence |",
    "| --- | --- |",
    ...[...licences].sort().map(([name, licence]) => `| ${name} | ${licence} |`),
  ];
}

/** What the bill of materials of the present build names. */
export function bundledLibraries() {
  const { components } = JSON.parse(readFileSync(at("dist/vendor/sbom.cdx.json"), "utf8"));
  return components.map(({ name, licenses }) => ({ name, licence: licenses[0].license.id }));
}
