import type { Problem } from "./problem";

/** One block of PEM text: what stands between `BEGIN` and `END`. */
export interface PemBlock {
  /** What it says that it is: `CERTIFICATE`. */
  readonly label: string;
  /** The block with both of its lines. */
  readonly text: string;
  /** Its bytes; what is encrypted stays so. */
  readonly der: Buffer;
}

/** The blocks of a PEM text, or what keeps it from being read. The text around them is no matter. */
export function readPem(
  text: string,
): { readonly blocks: readonly PemBlock[] } | { readonly broken: Pick<Problem, "got" | "fix"> } {
  if (!text.includes("-----BEGIN ")) return { broken: withoutBlock(text) };
  if (/-----BEGIN [^\n]*?-----[^\n]*\\n/.test(text)) {
    return {
      broken: { got: "PEM text with \\n as two characters", fix: "write real line breaks" },
    };
  }
  if (!/-----BEGIN [A-Z0-9 ]+-----[ \t\r]*\n/.test(text)) {
    return {
      broken: { got: "PEM text on one line", fix: "keep the line breaks of the PEM file" },
    };
  }
  const blocks = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g)].map(
    ([block, label, body]) => ({ label, text: block, der: bytesOf(body) }),
  );
  if (blocks.length === 0) {
    return { broken: { got: "PEM text without its END line", fix: "give the whole PEM file" } };
  }
  return { blocks };
}

/** Whether a text is nothing that its writer may have taken for PEM: no block, no path of a file, no bytes in base64. */
export function isNoPem(text: string): boolean {
  return !text.includes("-----BEGIN ") && withoutBlock(text).got === NO_PEM;
}

/** What a block is in words: `a certificate signing request`. */
export function pemKind(label: string): string {
  if (label === "CERTIFICATE") return "a certificate";
  if (label.endsWith("CERTIFICATE REQUEST")) return "a certificate signing request";
  if (label === "ENCRYPTED PRIVATE KEY") return "an encrypted private key";
  if (label === "OPENSSH PRIVATE KEY") return "a private key for SSH";
  if (label.endsWith("PRIVATE KEY")) return "a private key";
  if (label.endsWith("PUBLIC KEY")) return "a public key";
  if (label === "PKCS7" || label === "CMS") return "a PKCS#7 file";
  return "PEM text of another kind";
}

/** Behind an empty line where there are headers before the bytes. */
function bytesOf(body: string): Buffer {
  const [, , rest] = /^(\s*[\w-]+: [\s\S]*?\n\s*\n)?([\s\S]*)$/.exec(body) ?? [];
  return Buffer.from((rest ?? body).replace(/\s/g, ""), "base64");
}

const NO_PEM = "text that is not PEM";

function withoutBlock(text: string): Pick<Problem, "got" | "fix"> {
  if (/^\s*(\.{0,2}\/|[A-Za-z]:\\|[\w./-]+\.(pem|crt|cer|key|cert)\s*$)/.test(text)) {
    return { got: "the path of a file", fix: 'give its content: ${file("…")}' };
  }
  return /^\s*MI[A-Za-z0-9+/=\s]+$/.test(text)
    ? {
        got: "the text of a PEM file without its BEGIN and END lines",
        fix: "give the whole PEM file",
      }
    : { got: NO_PEM, fix: "give the content of a PEM file" };
}
