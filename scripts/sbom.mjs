import { readFileSync } from "node:fs";
import { at } from "./paths.mjs";

/**
 * A CycloneDX bill of materials: the package, and the libraries that are bundled into it, whose
 * folders these are. `npm sbom` knows only what npm installs for a user, which is none of them. It
 * holds no time and no serial number, so that the same sources give the same bytes.
 */
export function billOfMaterials(folders) {
  const { packages } = JSON.parse(readFileSync(at("package-lock.json"), "utf8"));
  const own = JSON.parse(readFileSync(at("package.json"), "utf8"));
  const subject = component(own);
  const components = folders.map((folder) => ({
    ...component(JSON.parse(readFileSync(at(folder, "package.json"), "utf8"))),
    hashes: hashesOf(packages[folder].integrity),
  }));
  return JSON.stringify({
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: subject },
    components,
    dependencies: [
      { ref: subject["bom-ref"], dependsOn: components.map((one) => one["bom-ref"]) },
      ...components.map((one) => ({ ref: one["bom-ref"] })),
    ],
  });
}

function component({ name, version, license }) {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    licenses: [{ license: { id: license } }],
    purl,
  };
}

/** npm's digest of the tarball, in hexadecimal. */
function hashesOf(integrity) {
  const [, base64] = /^sha512-(.+)$/.exec(integrity);
  return [{ alg: "SHA-512", content: Buffer.from(base64, "base64").toString("hex") }];
}
