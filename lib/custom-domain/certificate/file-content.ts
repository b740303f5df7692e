import { realpathSync } from "node:fs";
import * as path from "node:path";
import { App, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { projectPath } from "../../function/code/project-path";

/**
 * An expression for the content of a file of the user's, which Terraform reads when it runs. The
 * path is relative to the stack's folder, so that it holds in every checkout with the same output
 * folder; an absolute one stays as it was given.
 *
 * @param scope a construct of the stack
 * @param given the path, relative to the folder of cdktf.json
 */
export function fileContent(scope: IConstruct, given: string): string {
  if (path.isAbsolute(given)) return contentOf(escaped(given));
  const project = real(projectPath(scope, "."));
  // As cdktf's manifest has it.
  const { id } = TerraformStack.of(scope).node;
  const folder = path.join(outputFolder(scope, project), "stacks", id);
  const relative = path.relative(folder, path.resolve(project, given));
  // On Windows there may be another drive between the two.
  if (path.isAbsolute(relative)) return contentOf(escaped(relative));
  // Terraform may be started elsewhere than in the stack's folder.
  return contentOf(`\${path.module}/${escaped(relative.split(path.sep).join("/"))}`);
}

function contentOf(template: string): string {
  return `\${file("${template}")}`;
}

function outputFolder(scope: IConstruct, project: string): string {
  const { root } = scope.node;
  return real(App.isApp(root) ? path.resolve(root.outdir) : path.join(project, "cdktf.out"));
}

/** Without links in it: `..` leads out of the folder that a link is to. The file itself may be a link, which may change. */
function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const parent = path.dirname(folder);
    return parent === folder ? folder : path.join(real(parent), path.basename(folder));
  }
}

function escaped(text: string): string {
  return text.replace(/["\\]/g, "\\$&").replace(/([$%])\{/g, "$1$1{");
}
