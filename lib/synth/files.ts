import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { type ISynthesisSession, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { Registry } from "./registry";

/**
 * Has a file written beside the stack's JSON when the stack is synthesised, as cdktf's own assets
 * are, with the digest of its content in its path.
 *
 * @param construct whose file it is
 * @param name the file's name
 * @param digest a digest of the content
 * @param content the bytes
 * @returns the path relative to the stack's folder, where Terraform runs
 */
export function addFile(
  construct: IConstruct,
  name: string,
  digest: string,
  content: Uint8Array,
): string {
  const stack = TerraformStack.of(construct);
  const folder = path.posix.join("assets", stack.getLogicalId(construct.node));
  const { files } = Registry.of(construct);
  const ofStack = files.get(stack.node.path) ?? new Map<string, StackFile>();
  files.set(stack.node.path, ofStack);
  const file = path.posix.join(folder, digest, name);
  ofStack.set(folder, { file, content });
  return file;
}

/** Writes the files of a stack, and removes earlier versions of them. */
export function writeFiles(stack: TerraformStack, session: ISynthesisSession): void {
  const { workingDirectory } = session.manifest.forStack(stack);
  const base = path.join(session.outdir, workingDirectory);
  for (const [folder, { file, content }] of Registry.of(stack).files.get(stack.node.path) ?? []) {
    rmSync(path.join(base, folder), { recursive: true, force: true });
    mkdirSync(path.join(base, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(base, file), content);
  }
}

/** A file beside a stack's JSON. */
export interface StackFile {
  /** Relative to the stack's folder, with forward slashes. */
  readonly file: string;
  /** The bytes. */
  readonly content: Uint8Array;
}
