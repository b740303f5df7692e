import { isUtf8 } from "node:buffer";
import { ReadError } from "./error";
import type { Source } from "./source";

/** How a plan comes to be JSON. */
export const SHOW = "terraform show -json PLAN > plan.json";

/** Files that begin with these bytes, which people hand over for JSON. */
const KNOWN: readonly { readonly begin: string; readonly message: string; readonly fix: string }[] =
  [
    {
      begin: "504b0304",
      message: "it is a saved plan, or another zip file",
      fix: `make JSON of the plan: ${SHOW}`,
    },
    { begin: "1f8b", message: "it is compressed with gzip", fix: "unpack it" },
    ...["fffe", "feff", "7b00", "007b", "5b00", "005b"].map((begin) => ({
      begin,
      message: "it is UTF-16, as PowerShell writes it, not UTF-8",
      fix: "write it as UTF-8: … | Out-File -Encoding utf8 FILE",
    })),
  ];

/**
 * The text of a file, without the mark that may be in front of it.
 *
 * @throws ReadError where it is empty or no UTF-8
 */
export function textOf({ file, bytes }: Source): string {
  const begins = bytes.subarray(0, 4).toString("hex");
  const known = KNOWN.find(({ begin }) => begins.startsWith(begin));
  if (known) throw new ReadError({ file, message: known.message, fix: known.fix });
  if (!isUtf8(bytes) || bytes.includes(0)) {
    const message = "it is not text in UTF-8";
    throw new ReadError({ file, message, fix: "give a Terraform configuration or plan in JSON" });
  }
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  if (/^\s*$/.test(text.slice(0, 4096)) && text.trim() === "") {
    const message = file === "-" ? "nothing came on standard input" : "it is empty";
    throw new ReadError({ file, message, fix: "write it again: what should have made it failed" });
  }
  return text;
}
