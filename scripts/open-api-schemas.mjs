/**
 * The JSON Schemas of OpenAPI 3.0 and 3.1 as the validator of documents takes them: without what
 * it has no use for, and with choices that are told apart by what is chosen. Of `oneOf` an error
 * says nothing but that none fits.
 */
export function openApiSchemas({ v3, v31 }) {
  return JSON.parse(JSON.stringify({ "3.0": v3, 3.1: v31 }), (_, value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return decided(modern(plain(value)), v3.definitions);
  });
}

const UNUSED = ["$comment", "$dynamicAnchor", "$id", "$schema", "description", "format", "id"];

/** Without comments, and without formats: what a URL or an address is like is not for us to say. */
function plain(schema) {
  const isText = (key) => UNUSED.includes(key);
  return Object.fromEntries(
    Object.entries(schema).filter(([key, value]) => !(isText(key) && typeof value === "string")),
  );
}

/** In the words of JSON Schema 2020-12. */
function modern({ $dynamicRef, ...schema }) {
  if ($dynamicRef) schema.$ref = "#/$defs/schema";
  if (schema.exclusiveMinimum === true) {
    schema.exclusiveMinimum = schema.minimum;
    delete schema.minimum;
  }
  return schema;
}

const REFERENCE = "#/definitions/Reference";

/** A reference is what has a `$ref`; what has a kind is judged by that. */
function decided({ oneOf, ...schema }, definitions) {
  if (!Array.isArray(oneOf)) return schema;
  const others = oneOf.filter(({ $ref }) => $ref !== REFERENCE);
  if (oneOf.length === 2 && others.length === 1) {
    const isReference = { type: "object", required: ["$ref"] };
    return { ...schema, if: isReference, then: { $ref: REFERENCE }, else: others[0] };
  }
  const kinds = kindsOf(oneOf, definitions);
  if (!kinds) return { ...schema, oneOf };
  const [[kind]] = kinds;
  const isOf = (value) => ({ required: [kind], properties: { [kind]: { const: value } } });
  return {
    ...schema,
    required: [...new Set([...(schema.required ?? []), kind])],
    properties: {
      ...schema.properties,
      [kind]: { type: "string", enum: kinds.map(([, value]) => value) },
    },
    allOf: [
      ...(schema.allOf ?? []),
      ...kinds.map(([, value, then]) => ({ if: isOf(value), then })),
    ],
  };
}

/** Property, value and schema of each choice, where each has a value of its own for one property. */
function kindsOf(choices, definitions) {
  for (const kind of ["in", "type"]) {
    const kinds = choices.map((choice) => {
      const { properties } = definitions[choice.$ref?.split("/").at(-1)] ?? {};
      return [kind, properties?.[kind]?.enum, choice];
    });
    if (kinds.every(([, values]) => values?.length === 1)) {
      return kinds.map(([name, [value], choice]) => [name, value, choice]);
    }
  }
  return undefined;
}
