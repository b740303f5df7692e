import { Value } from "../../value";
import { sortedEntries, toText } from "../convert";
import { computed, isKnownThroughout, unevaluated } from "../derive";
import { fail } from "../failure";
import { numberText } from "../number";
import { type FunctionTable, type Run, count } from "./define";

/** What Terraform writes as an escape and JavaScript does not. */
const ESCAPED = /[<>&\u2028\u2029]/g;

/** The JSON text of a known value, byte for byte as Terraform writes it. */
export function encodeJson(value: Value): string {
  switch (value.kind) {
    case "list":
      return `[${value.items.map(encodeJson).join(",")}]`;
    case "object":
      return `{${sortedEntries(value)
        .map(([key, item]) => `${encodeText(key)}:${encodeJson(item)}`)
        .join(",")}}`;
    case "string":
      return encodeText(value.text as string);
    case "number":
      return numberText(value.number as number);
    default:
      return value.text ?? "null";
  }
}

/** A text as JSON, byte for byte as Terraform writes it. */
export function encodeText(text: string): string {
  return JSON.stringify(text).replace(
    ESCAPED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Keeps what it encodes beside the text, so that it can be read also where a leaf is unknown. */
const jsonencode: Run = (args, name) => {
  count(args, name, 1, 1);
  const [tree] = args;
  if (!isKnownThroughout(tree)) return unevaluated(`${name} ${outline(tree)}`, args).encoding(tree);
  return computed(encodeJson(tree), args).encoding(tree);
};

/** The kinds of what is in a tree: 1 and "1" are encoded differently, though values compare them as equal. */
function outline(tree: Value): string {
  if (tree.kind === "list") return `[${tree.items.map(outline).join("")}]`;
  if (tree.kind === "object") {
    return `{${sortedEntries(tree)
      .map(([, item]) => outline(item))
      .join("")}}`;
  }
  return tree.kind[0];
}

const jsondecode: Run = (args, name) => {
  count(args, name, 1, 1);
  const [text] = args;
  if (text.isUnknown) {
    // What `jsonencode` made is at hand; a template is not JSON before it is whole.
    const tree = text.parts ? text : text.json.value;
    return tree && tree !== text ? tree : unevaluated(name, args);
  }
  const read =
    text.kind === "string" ? text : Value.of(toText(text, `what ${name} is given`), text.origin);
  return read.json.value ?? fail("jsondecode: the text is not JSON");
};

/** Functions that write and read JSON. */
export const JSON_FUNCTIONS: FunctionTable = { jsonencode, jsondecode };
