import { COLLECTION_FUNCTIONS } from "./collections";
import type { Run } from "./define";
import { ENCODING_FUNCTIONS } from "./encodings";
import { JSON_FUNCTIONS } from "./json";
import { NUMBER_FUNCTIONS } from "./numbers";
import { SET_FUNCTIONS } from "./sets";
import { TEXT_FUNCTIONS } from "./texts";
import { TYPE_FUNCTIONS } from "./types";

export { opaqueCall } from "./opaque";

/** The functions that are evaluated, by their names; `try` and `can` are the evaluator's own. */
export const FUNCTIONS: ReadonlyMap<string, Run> = new Map(
  [
    COLLECTION_FUNCTIONS,
    ENCODING_FUNCTIONS,
    JSON_FUNCTIONS,
    NUMBER_FUNCTIONS,
    SET_FUNCTIONS,
    TEXT_FUNCTIONS,
    TYPE_FUNCTIONS,
  ].flatMap((table) => Object.entries(table)),
);
