import { at } from "./paths.mjs";

/** Every file that `npm run reference` writes, and what it should hold; of the present build. */
export async function referenceFiles() {
  const { bundledLibraries, licencesPage } = await import("./licences.mjs");
  const { referencePages } = await import("./reference-pages.mjs");
  const pages = {
    ...referencePages(),
    "docs/licences.md": licencesPage(bundledLibraries()),
  };
  const files = Object.entries(pages).map(async ([file, text]) => [
    file,
    await formatted(file, text),
  ]);
  return Object.fromEntries(await Promise.all(files));
}

/** The text as `npm run format` has it. */
export async function formatted(file, text) {
  const { format, resolveConfig } = await import("prettier");
  return format(text, { ...(await resolveConfig(at(file))), filepath: at(file) });
}
