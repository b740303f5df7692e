import * as path from "node:path";
import type { Rule } from "../../rules";
import type { Pack } from "../pack";
import { type PolicyDocument, sane } from "./document";
import { type Places, placesOf } from "./places";

/** A policy file or a pack, as it is read, before the documents that it extends. */
export interface Layer {
  /** The pack's name; undefined for the policy file itself. */
  readonly pack?: string;
  /** Which document it is: of two that are the same one is read. */
  readonly id: string;
  /** What it extends is looked up from here. */
  readonly folder: string;
  /** Where else it is looked up. Default: nowhere. */
  readonly elsewhere?: readonly string[];
  readonly places: Places;
  readonly document: PolicyDocument;
  readonly rules: readonly Rule[];
  /** Nothing that comes later waives. Default: false. */
  readonly refusesWaivers?: boolean;
}

/** The policy file. */
export function fileLayer(places: Places, folder: string): Layer {
  const id = path.resolve(folder, path.basename(places.file));
  return { id, folder, places, document: sane(places.content), rules: [] };
}

/** A module's pack. */
export function packLayer(file: string, { name, version, policy = {}, rules = [] }: Pack): Layer {
  const pack = version === undefined ? name : `${name} ${version}`;
  const places = placesOf(pack, policy);
  return { pack, id: file, folder: path.dirname(file), places, document: sane(policy), rules };
}
