/** Where the project is. The only place that says so: forms that want absolute addresses build on it. */
export const PROJECT = "https://example.com/fc-frontdoor";

/** The address of a page that a finding names relative to the package; what is an address already stays. */
export function link(help: string): string {
  return /^https?:\/\//.test(help) ? help : `${PROJECT}/${help}`;
}
