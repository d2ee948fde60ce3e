/** A path below the ledger's API base URL. */
export function apiUrl(base: string, path: string, query: Readonly<Record<string, string | undefined>> = {}): URL {
  const url = new URL(`${base.replace(/\/+$/, '')}${path}`);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      url.searchParams.set(name, value);
    }
  }
  return url;
}
