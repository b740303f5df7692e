/** The prop that a place is in: of `logs.project` it is `logs`. */
export function rootOf(at: string): string {
  return at.split(/[.[]/, 1)[0];
}
