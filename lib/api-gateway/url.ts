/** An URL and a path below it, without a slash at the end. */
export function joinedUrl(url: string, path: string): string {
  return path === "/" ? url : `${url}${path}`;
}
