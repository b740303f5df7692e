import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";

const schema = readFileSync(join(__dirname, "junit.xsd"), "utf8");

/** What an XML parser, and then the schema, has against texts. */
export async function junitErrors(texts: readonly string[]): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: texts.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [schema],
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
