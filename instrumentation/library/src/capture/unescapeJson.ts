/** What stands between the quotes of a JSON string, as text; '' where it is none. */
export function unescapeJson(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return '';
  }
}
