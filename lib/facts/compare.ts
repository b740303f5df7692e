/**
 * Compares texts in an order that is the same on every machine: by UTF-16 code unit. Terraform
 * orders by code point.
 */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
