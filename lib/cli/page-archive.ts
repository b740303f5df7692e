import { outputOf } from "./page-output";

/**
 * All pages of the rules in one text, for the package: what is alike stands together, so that it
 * compresses well. First the pages without what is in their blocks, then the blocks by language. What
 * a rule says of the example before it is not kept: `pageIn` has the rule say it again.
 */
export function archiveOf(pages: ReadonlyMap<string, string>): string {
  const blocks = new Map<string, string[]>();
  const texts = Array.from(pages, ([id, page]) => {
    const text = withoutOutput(id, page).replace(BLOCK, (_, fence, language, content) => {
      blocks.set(language, [...(blocks.get(language) ?? [language]), content]);
      return fence;
    });
    return `${id}\n${text}`;
  });
  return [texts, ...blocks.values()].map((parts) => parts.join("\u0001")).join("\0");
}

/** The page of a rule, as it was archived; undefined where there is none. */
export function pageIn(archive: string, id: string): string | undefined {
  const [pages, ...languages] = archive.split("\0").map((part) => part.split("\u0001"));
  const blocks = new Map(languages.map(([language, ...all]) => [language, all.values()]));
  for (const page of pages) {
    const text = page.replace(
      FENCE,
      (fence, language) => fence + blocks.get(language)!.next().value,
    );
    if (page.startsWith(`${id}\n`)) return withOutput(id, text.slice(id.length + 1));
  }
  return undefined;
}

/** Marks the block of what a rule says, which is empty in the archive. */
const SAID = "```text\u0002\n```";

const BLOCK = /^(```(\w+)\n)([\s\S]*?)(?=^```$)/gm;
const FENCE = /^```(\w+)\n/gm;
const EXAMPLE_OR_OUTPUT = /^```(json|text\u0002?)\n([\s\S]*?)^```$/gm;

function withoutOutput(id: string, page: string): string {
  return eachOutput(page, (block, json, content) =>
    content === outputOf(id, json) ? SAID : block,
  );
}

function withOutput(id: string, page: string): string {
  return eachOutput(page, (block, json) =>
    block === SAID ? `\`\`\`text\n${outputOf(id, json)}\`\`\`` : block,
  );
}

/** Replaces each block of text; given is the JSON example before it, empty where there is none. */
function eachOutput(
  page: string,
  replace: (block: string, json: string, content: string) => string,
): string {
  let json = "";
  return page.replace(EXAMPLE_OR_OUTPUT, (block, language, content) => {
    if (language !== "json") return replace(block, json, content);
    json = content;
    return block;
  });
}
