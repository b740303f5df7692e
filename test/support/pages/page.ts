import { hclOf } from "./hcl";

/** The sections whose examples are there in every form. */
const SECTIONS = /^## (?:Wrong|Right)$[\s\S]*?(?=^## |(?![\s\S]))/gm;

/** An example in JSON, and the HCL behind it where it is there already. */
const EXAMPLE = /^```json\n([\s\S]*?\n)```\n(?:\n```hcl\n[\s\S]*?\n```\n)?/gm;

/** A rule's page with the HCL of each JSON example under Wrong and Right behind it. */
export function withHcl(page: string): string {
  return page.replace(SECTIONS, (section) =>
    section.replace(EXAMPLE, (_, json: string) => {
      const hcl = hclOf(JSON.parse(json));
      return `\`\`\`json\n${json}\`\`\`\n\n\`\`\`hcl\n${hcl}\n\`\`\`\n`;
    }),
  );
}
