import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { generated, generatedBindings, tabledBindings } from "../generated-bindings.mjs";
import { at } from "../paths.mjs";

const require = createRequire(import.meta.url);

/**
 * The bindings of the package against those that the generator wrote: the same exports, members and
 * own fields, and the same references and output whatever is set, put and reset. A test a binding.
 */
export const bindings = {
  name: "bindings",
  needsBuild: true,
  async run() {
    const all = tabledBindings();
    await generatedBindings();
    const result = { passed: 0, failed: 0 };
    for (const { folder, block } of all) {
      try {
        compare(folder, block);
        result.passed += 1;
      } catch (error) {
        console.error(`the binding ${folder}: ${error.message}`);
        result.failed += 1;
      }
    }
    return result;
  },
};

/** Fails where the package's binding is not the same as the generator's. */
function compare(folder, block) {
  const sides = [at("dist/alicloud", folder), join(generated, folder)].map((file) => require(file));
  const same = (of, what) => {
    const [ours, theirs] = sides.map(of);
    assert.deepEqual({ [what]: ours }, { [what]: theirs });
  };

  same((module) => Object.keys(module).sort(), "exports");
  for (const name of Object.keys(sides[1])) {
    same((module) => membersOf(module[name]), `members of ${name}`);
    if (!/^[a-z]/.test(name)) continue;
    for (const [what, value] of Object.entries(odd)) {
      same((module) => outcome(() => resolved(module[name](value))), `${name} of ${what}`);
    }
  }

  const className = Object.keys(sides[1]).find((name) => "tfResourceType" in sides[1][name]);
  const make = (module, config) => {
    stack.node.tryRemoveChild("it");
    return new module[className](stack, "it", config);
  };
  same((module) => imported(module[className]), "generateConfigForImport");
  same((module) => outcome(() => written(make(module))), "without a configuration");
  const { everything: full, ...others } = configsOf(block);
  same((module) => written(make(module, full())), "with everything");
  same((module) => everything(make(module, full()), block), "references");
  same((module) => changes(() => make(module, full()), block), "changed");
  for (const [what, config] of Object.entries(others)) {
    same((module) => outcome(() => written(make(module, config()))), `with ${what}`);
    same((module) => outcome(() => everything(make(module, config()), block)), `input, ${what}`);
  }
}

/** What it gives, or how it throws: both sides throw alike for what cdktf does not take. */
function outcome(work) {
  try {
    return work();
  } catch (error) {
    return `throws ${error.message.split("\n", 1)[0]}`;
  }
}

/** The names and kinds of what a class or a function has. */
function membersOf(value) {
  if (!value.prototype || !/^class\b/.test(value)) return typeof value;
  return {
    name: value.name,
    base: Object.getPrototypeOf(value).name,
    statics: descriptorsOf(value, ["length", "prototype"]),
    members: descriptorsOf(value.prototype, ["constructor"]),
  };
}

function descriptorsOf(object, without) {
  return Object.entries(Object.getOwnPropertyDescriptors(object))
    .filter(([name]) => !without.includes(name))
    .map(([name, { value, get, set, ...flags }]) =>
      JSON.stringify([name, typeof value, typeof get, typeof set, Object.entries(flags).sort()]),
    )
    .sort();
}

const {
  App,
  DefaultTokenResolver,
  Fn,
  StringConcat,
  TerraformIterator,
  TerraformStack,
  TerraformVariable,
  Token,
  Tokenization,
} = require("cdktf");

// Their stacks are what takes the time, and nothing here looks at one.
Error.stackTraceLimit = 0;

/** The one stack that all of it is in: what is made and not removed would stay in memory. */
const stack = new TerraformStack(new App({ outdir: at(".cache/bindings-out") }), "stack");
const variable = new TerraformVariable(stack, "variable", {});
const odd = oddValues();

const resolver = new DefaultTokenResolver(new StringConcat());
const resolve = (value) =>
  Tokenization.resolve(value, { scope: stack, resolver, preparing: false });

/** As it is written; with the keys of what is undefined, in their order. */
function resolved(value) {
  const keys = value !== null && typeof value === "object" && !Token.isUnresolved(value);
  return { keys: keys ? Object.keys(value) : [], value: resolve(value) };
}

/** Everything that a resource writes, and what it keeps, in order. */
function written(resource) {
  return JSON.stringify([
    Object.keys(resource),
    Object.keys(resource.synthesizeAttributes()), // with what is undefined
    Object.keys(resource.synthesizeHclAttributes()),
    resolve(resource.toTerraform()),
    resolve(resource.toHclTerraform()),
  ]);
}

function imported(Class) {
  stack.node.tryRemoveChild("it");
  const made = Class.generateConfigForImport(stack, "it", "id-1");
  return resolve([made.toTerraform(), made.toHclTerraform()]);
}

/** The references that an object gives, and what is set in it, in its blocks too. */
function everything(object, { attributes = {}, block_types = {} }) {
  const found = { own: Object.keys(object) };
  for (const [name, { type }] of Object.entries({ ...attributes, ...block_types })) {
    const member = camel(name);
    const value = object[member];
    found[`${member}Input`] = outcome(() => resolved(object[`${member}Input`]));
    found[member] = outcome(() => resolved(value));
    found[`${member}.fqn`] = value?.fqn && resolved(value.fqn);
    const block = block_types[name]?.block ?? objectOf(type);
    if (!block) continue;
    const items = value.get ? [value.get(0), value.get(1)] : [value];
    found[`${member}.own`] = Object.keys(value);
    found[`${member}.items`] = items.map((item) => everything(item, block));
    if (value.get) found[`${member}.internalValue`] = resolved(value.internalValue);
  }
  return found;
}

/** What is written after each of the changes that an object and its blocks offer. */
function changes(make, block, find = (resource) => resource) {
  const after = [];
  const change = (work) => {
    const resource = make();
    after.push(outcome(() => (work(find(resource)), written(resource))));
  };
  const { attributes = {}, block_types = {} } = block;
  for (const [name, attribute] of Object.entries(attributes)) {
    const member = camel(name);
    if (attribute.computed && !attribute.optional) continue;
    change((object) => void (object[member] = plain(attribute.type, "changed")));
    change((object) => void (object[member] = token(attribute.type)));
    change((object) => void (object[member] = undefined));
    if (attribute.optional) change((object) => object[`reset${capital(member)}`]());
  }
  for (const [name, nested] of Object.entries(block_types)) {
    const member = camel(name);
    const put = (value) => change((object) => object[`put${capital(member)}`](value()));
    put(() => blockValue(nested, (type) => plain(type, "changed")));
    put(() => blockValue(nested, token));
    put(() => (isMany(nested) ? [] : {}));
    for (const value of Object.values(odd)) put(() => value);
    if (!(nested.min_items > 0)) change((object) => object[`reset${capital(member)}`]());
    if (isMany(nested)) continue;
    after.push(...changes(make, nested.block, (resource) => find(resource)[member]));
  }
  return after;
}

/** Configurations by what is in them. */
function configsOf(block) {
  const fields = Object.entries({ ...block.attributes, ...block.block_types });
  const isRequired = ([, { required, min_items }]) => required || min_items > 0;
  const some = (matches, value, more) => () => ({
    ...Object.fromEntries(
      fields.filter(matches).map(([name, field]) => [camel(name), valueOf(field, value)]),
    ),
    ...more,
  });
  const valueOf = (field, value) => (field.block ? blockValue(field, value) : value(field.type));
  const settable = ([, { block, computed, optional }]) => block || !computed || optional;
  const all = {
    everything: some(settable, plain),
    "tokens everywhere": some(settable, token),
    "what is required": some(isRequired, plain),
    "meta-arguments": some(isRequired, plain, {
      count: 2,
      lifecycle: { preventDestroy: true },
      dependsOn: [variable],
      connection: { type: "ssh", host: "h" },
      provisioners: [{ type: "local-exec", command: "true" }],
    }),
    "what is undefined": some(settable, () => undefined),
    nothing: () => ({}),
  };
  for (const field of fields.filter(settable)) {
    all[`${field[0]} alone`] = some((other) => other === field || isRequired(other), plain);
    if (!field[1].block) continue;
    const member = camel(field[0]);
    for (const [what, value] of Object.entries(odd)) {
      all[`${field[0]} that is ${what}`] = some(isRequired, plain, { [member]: value });
    }
  }
  return all;
}

/** What may be given for a block instead of an object or a list of objects. */
function oddValues() {
  const iterator = TerraformIterator.fromList(["a", "b"]);
  const complex = Fn.element(Token.asList("${var.list}"), 0);
  return {
    undefined,
    null: null,
    "an empty object": {},
    "an empty list": [],
    "a list of empty objects": [{}, {}],
    "a string": "${var.whole}",
    "a token": Token.asAny("${var.whole}"),
    "a list token": Token.asList("${var.whole}"),
    "a function": complex,
    "a dynamic block": iterator.dynamic({ name: iterator.value }),
    "a variable": variable.value,
    "an object that is not one of its fields": { someOther: "value" },
  };
}

const isMany = ({ nesting_mode: mode, max_items: max }) => mode !== "single" && max !== 1;

function blockValue(nested, value) {
  const one = () =>
    Object.fromEntries([
      ...Object.entries(nested.block.attributes ?? {})
        .filter(([, { computed, optional }]) => !computed || optional)
        .map(([name, { type }]) => [camel(name), value(type)]),
      ...Object.entries(nested.block.block_types ?? {}).map(([name, inner]) => [
        camel(name),
        blockValue(inner, value),
      ]),
    ]);
  return isMany(nested) ? [one(), one()] : one();
}

/** The fields of an attribute that is a list of objects, as if it were a block. */
function objectOf(type) {
  if (!Array.isArray(type) || type[1][0] !== "object") return undefined;
  const fields = Object.entries(type[1][1]).map(([name, type]) => [name, { type, computed: true }]);
  return { attributes: Object.fromEntries(fields) };
}

const values = (string, number, boolean, list, map, numbers) => ({
  string,
  number,
  bool: boolean,
  "list,string": list,
  "set,string": list,
  "map,string": map,
  "map,number": numbers,
});

const plain = (type, text = "text") =>
  values(text, 3, true, [text, "b"], { a: text, "b-c": "d" }, { a: 1, b: 2 })[String(type)];

const token = (type) =>
  values(
    Token.asString("${var.string}"),
    Token.asNumber("${var.number}"),
    Token.asAny("${var.boolean}"),
    Token.asList("${var.list}"),
    Token.asStringMap("${var.map}"),
    Token.asNumberMap("${var.numbers}"),
  )[String(type)];

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const capital = (name) => name[0].toUpperCase() + name.slice(1);
