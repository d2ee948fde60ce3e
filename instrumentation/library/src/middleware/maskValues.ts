const VALUE_LIKE = /[\d@%]|^.{33,}$/;

/**
 * A path in which every segment that looks like a value (digits, `@`, escapes, long) stands as `*`, and every one that is a
 * parameter's value as `:name`: for the part of a route whose template the router does not keep.
 */
export function maskValues(path: string, parameters: Readonly<Record<string, unknown>>): string {
  const names = new Map(Object.entries(parameters).map(([name, value]) => [String(value), name]));
  return path
    .split('/')
    .map((segment) => {
      const name = segment === '' ? undefined : names.get(decoded(segment));
      return name !== undefined ? `:${name}` : VALUE_LIKE.test(segment) && !/^v\d{1,2}$/.test(segment) ? '*' : segment;
    })
    .join('/');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
