import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { at } from "../paths.mjs";

/** What the packed package says of what is bundled into it. */
export const sbom = {
  "has a bill of materials that CycloneDX's schema takes"({ folder }) {
    const validate = compiled();
    assert.ok(validate(billIn(folder)), JSON.stringify(validate.errors));
  },

  "names in it what THIRD-PARTY.txt has the licences of"({ folder }) {
    const notices = readFileSync(join(folder, "dist/vendor/THIRD-PARTY.txt"), "utf8");
    const named = Array.from(notices.matchAll(/^(\S+) (\d\S*) \((.+)\)$/gm), (found) =>
      found.slice(1),
    );
    const { components } = billIn(folder);
    assert.deepEqual(
      components.map(({ name, version, licenses }) => [name, version, licenses[0].license.id]),
      named,
    );
  },
};

const billIn = (folder) =>
  JSON.parse(readFileSync(join(folder, "dist/vendor/sbom.cdx.json"), "utf8"));

function compiled() {
  const library = createRequire(at("tools/package/package.json")).resolve(
    "@cyclonedx/cyclonedx-library/package.json",
  );
  const Ajv = createRequire(at("package.json"))("ajv");
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const schema = (name) => {
    const file = `${name}.SNAPSHOT.schema.json`;
    const text = readFileSync(join(dirname(library), "res/schema", file), "utf8");
    // They refer to each other by these files' names.
    return { ...JSON.parse(text), $id: `http://cyclonedx.org/schema/${file}` };
  };
  for (const name of ["spdx", "jsf-0.82"]) ajv.addSchema(schema(name));
  return ajv.compile(schema("bom-1.6"));
}
