import { readFileSync } from "node:fs";
import Ajv, { type ErrorObject } from "ajv";

const schema = JSON.parse(
  readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
) as { id?: string; $schema?: string };
// It is of draft 4, of which it uses nothing that later drafts read otherwise but these two names.
delete schema.id;
delete schema.$schema;

const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    "uri-reference": (text: string) => /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text),
    "date-time": true,
  },
}).compile(schema);

/** What the schema of SARIF 2.1.0 has against a text. */
export function sarifErrors(text: string): readonly ErrorObject[] {
  return validate(JSON.parse(text)) ? [] : (validate.errors ?? []);
}
