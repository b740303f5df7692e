import { type Document, ResourceGraph, type TerraformJson, isObject } from "../graph";

/**
 * The graph of what a test has in its hands: a stack, an App, what `Testing.synth(stack)` gave, the
 * object in it, or a graph.
 *
 * @throws TypeError for anything else
 */
export function graphOf(received: unknown): ResourceGraph {
  if (received instanceof ResourceGraph) return received;
  return new ResourceGraph(documentsOf(received));
}

function documentsOf(received: unknown): readonly Document[] {
  if (typeof received === "string") return [{ stack: "", json: parse(received) }];
  if (isTree(received)) {
    // Loaded only here: a test of plain JSON needs no cdktf.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { documentsOfTree } = require("./tree") as typeof import("./tree");
    return documentsOfTree(received);
  }
  if (isObject(received)) return [{ stack: "", json: received as TerraformJson }];
  throw new TypeError(`expected ${WHAT}, but got ${received === null ? "null" : typeof received}`);
}

function parse(text: string): TerraformJson {
  try {
    const json: unknown = JSON.parse(text);
    if (isObject(json)) return json as TerraformJson;
  } catch {
    // Said below.
  }
  throw new TypeError(`expected ${WHAT}, but got a text that is no JSON object`);
}

function isTree(received: unknown): received is import("constructs").IConstruct {
  return isObject(received) && isObject(received.node) && "findAll" in received.node;
}

const WHAT = "a stack, an App, or the Terraform JSON that Testing.synth(stack) gives";
