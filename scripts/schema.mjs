import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure, main } from "./main.mjs";
import { at } from "./paths.mjs";
import { provider } from "./provider.mjs";
import { run } from "./run.mjs";

const file = at("schema/alicloud.json");

/**
 * Refreshes schema/alicloud.json from the newest provider in the pinned range.
 * To take in another resource, add its name there with an empty object, and run this.
 */
await main(() => {
  const current = JSON.parse(readFileSync(file, "utf8"));
  const scratch = mkdtempSync(join(tmpdir(), "schema-"));
  try {
    const fresh = reduce(readSchema(scratch), current.provider_schemas[provider.fqn]);
    const schema = { format_version: "1.0", provider_schemas: { [provider.fqn]: fresh } };
    writeFileSync(file, `${JSON.stringify(schema, null, 1)}\n`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

function readSchema(folder) {
  const { name, source, version, fqn } = provider;
  writeFileSync(
    join(folder, "main.tf.json"),
    JSON.stringify({ terraform: { required_providers: { [name]: { source, version } } } }),
  );
  terraform(folder, ["init", "-backend=false"], `cannot install the provider ${source} ${version}`);
  const output = terraform(folder, ["providers", "schema", "-json"], "gave no provider schema");
  return JSON.parse(output).provider_schemas[fqn];
}

function terraform(cwd, args, complaint) {
  const { ok, error, stdout, stderr } = run("terraform", args, {
    cwd,
    env: { TF_CLI_ARGS: "-no-color", CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" },
    quiet: true,
  });
  if (error?.code === "ENOENT") throw new Failure("terraform is not on PATH: install it first", 2);
  if (!ok) {
    const reason = /Error: .*/.exec(stderr)?.[0] ?? stderr.trim().split("\n").at(-1);
    throw new Failure(`terraform ${complaint}: ${reason}`, 2);
  }
  return stdout;
}

/** The same resources and data sources as before, with what is needed of each. */
function reduce(all, wanted) {
  return {
    data_source_schemas: pick(all.data_source_schemas, wanted.data_source_schemas),
    provider: schemaOf(all.provider),
    resource_schemas: pick(all.resource_schemas, wanted.resource_schemas),
  };
}

function pick(schemas, wanted) {
  const names = Object.keys(wanted).sort();
  const gone = names.filter((name) => !(name in schemas));
  if (gone.length > 0) throw new Failure(`the provider no longer has ${gone.join(", ")}`, 2);
  return Object.fromEntries(names.map((name) => [name, schemaOf(schemas[name])]));
}

function schemaOf({ block, version }) {
  return { block: blockOf(block), version };
}

/** Descriptions and the like are left out: they are the vendor's text, and most of the size. */
function blockOf({ attributes, block_types, deprecated }) {
  return only({
    attributes: mapValues(attributes, attributeOf),
    block_types: mapValues(block_types, ({ block, max_items, min_items, nesting_mode }) =>
      only({ block: blockOf(block), max_items, min_items, nesting_mode }),
    ),
    deprecated,
  });
}

function attributeOf({ computed, deprecated, optional, required, sensitive, type }) {
  return only({ computed, deprecated, optional, required, sensitive, type });
}

function only(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

function mapValues(object = {}, change) {
  const names = Object.keys(object).sort();
  return names.length > 0
    ? Object.fromEntries(names.map((name) => [name, change(object[name])]))
    : undefined;
}
