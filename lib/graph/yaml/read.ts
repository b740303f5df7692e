import { parseDocument } from "../../vendor/yaml";
import { type Parsed, Value } from "../value";

/**
 * The YAML that stands in a text, as `Value.json` reads JSON. A reference in it stands for a text,
 * or for a part of one; where one stands for more, or in a key, nothing is known of the whole.
 */
export function yamlOf(value: Value): Parsed {
  const parts = value.text === undefined ? value.parts : [value.text];
  if (!parts) return value.isUnknown ? { value } : { error: "it is not text" };
  const holes: Value[] = [];
  const text = parts
    .map((part) => {
      if (typeof part === "string") return part;
      const isPlain = part.text !== undefined && !part.isSensitive;
      return isPlain ? part.text : `\uE000${holes.push(part) - 1}\uE001`;
    })
    .join("");
  const json = jsonOf(text);
  if (json === undefined) {
    return holes.length === 0
      ? { error: "it is not YAML" }
      : { value: Value.composite(holes, JSON.stringify([text, holes.map((hole) => hole.key)])) };
  }
  if (holes.length === 0) return Value.of(json, value.origin).json;
  // In JSON a hole stands in a string, where it is read as the value it is, or as a part of a text.
  const pieces = json
    .split(/\uE000(\d+)\uE001/)
    .map((piece, index) => (index % 2 === 1 ? holes[Number(piece)] : piece));
  return Value.composite(holes, "", pieces).json;
}

function jsonOf(yaml: string): string | undefined {
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  try {
    return JSON.stringify(document.toJS());
  } catch {
    // An alias that stands for too much.
    return undefined;
  }
}
