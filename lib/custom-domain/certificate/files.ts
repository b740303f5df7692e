import { type Stats, readFileSync, statSync } from "node:fs";
import { certificateNameProblem } from "../../facts/certificate";
import type { Problem } from "../../facts/problem";
import { projectPath } from "../../function/code/project-path";
import { type PropProblem, literalText, object, optional, required, text } from "../../props";
import { fileContent } from "./file-content";
import { type Content, contentProblems, seenOf } from "./content";
import type { CertificateFiles } from "./certificate-props";
import type { CertificateSource } from "./source";

/** A certificate in files. */
export function certificateFiles(files: CertificateFiles): CertificateSource {
  return {
    problems(at, { scope, domainName }) {
      const wrong = CHECK(files, at);
      if (wrong.length > 0) return wrong;
      const found = MEMBERS.map((member) => readIfThere(projectPath(scope, files[member])));
      const content: Content = Object.fromEntries(
        MEMBERS.flatMap((member, index) => {
          const { pem } = found[index];
          return pem === undefined ? [] : [[member, pem]];
        }),
      );
      const problems = contentProblems(content, domainName);
      return MEMBERS.flatMap((member, index) => {
        const { problem } = found[index];
        return (problem ? [problem] : problems[member]).map((one) =>
          inFile(one, files[member], `${at}.${member}`),
        );
      });
    },
    bind: (scope) => ({
      certificate: fileContent(scope, files.certificate),
      privateKey: fileContent(scope, files.privateKey),
    }),
    seen(scope) {
      const { pem } = readIfThere(projectPath(scope, files.certificate));
      return pem === undefined ? undefined : seenOf(pem);
    },
  };
}

const MEMBERS = ["certificate", "privateKey"] as const;

const CHECK = object({
  certificate: required(literalText(pathProblem)),
  privateKey: required(literalText(keyProblem, pathProblem)),
  name: optional(text(certificateNameProblem)),
});

/** What file systems take at most. */
const MOST_NAME_CHARACTERS = 255;

/** What PEM text, and what is inside of it, begins with. */
const BASE64 = /^\s*(LS0tLS1CRUdJTi|M[A-P][A-Za-z0-9+/=\s]{58,}$)/;

function pathProblem(path: string): Problem | undefined {
  const name = path.split(/[\\/]/).find((part) => part.length > MOST_NAME_CHARACTERS);
  const got =
    path.trim() === ""
      ? "an empty text"
      : path.includes("\n")
        ? "a text of several lines"
        : BASE64.test(path)
          ? "base64 text"
          : name && `a name of ${name.length} characters`;
  if (!got) return undefined;
  return { got, expected: "the path of a PEM file", fix: "write its path" };
}

/** Somebody may give the key itself, or its base64. No path that can be that is shown, nor looked for. */
function keyProblem(path: string): Problem | undefined {
  const isPem = path.includes("-----BEGIN ");
  if (!isPem && !BASE64.test(path)) return undefined;
  return {
    got: `${isPem ? "PEM text" : "base64 text"}, which would be readable in the program`,
    expected: "the path of a PEM file",
    fix: "keep the text in a file that is not in version control, and write its path; replace the key, which has been in the program",
  };
}

interface Read {
  readonly pem?: string;
  readonly problem?: Problem;
}

/** What a file holds; nothing of one that is not there. */
function readIfThere(file: string): Read {
  const stat = statOf(file);
  if (!stat) return {};
  const expected = "a PEM file";
  if (!stat.isFile()) {
    return { problem: { got: "no file", expected, fix: "write the path of the file itself" } };
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    // Only who deploys may have the right to read it.
    return {};
  }
  // DER and PKCS#12 begin with a sequence.
  if (bytes[0] !== 0x30 || bytes[1] < 0x80) return { pem: bytes.toString("utf8") };
  const fix =
    "convert it: openssl x509 -inform der, openssl pkey -inform der, or openssl pkcs12 -nodes";
  return { problem: { got: "a binary file", expected, fix } };
}

/** Undefined too of what nobody can look for, such as below a folder of others: Node's error has the path in it. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function inFile({ got, expected, fix }: Problem, file: string, at: string): PropProblem {
  return { at, got: `in ${JSON.stringify(file)}: ${got}`, expected, fix };
}
