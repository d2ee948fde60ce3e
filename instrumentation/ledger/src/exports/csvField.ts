/** A cell of CSV, RFC 4180; null is nothing between the commas. */
export function csvField(value: string | null): string {
  return value === null ? '' : /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
