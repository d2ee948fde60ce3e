import { ApiRefusal } from './apiRefusal.ts';

/**
 * The names in a path as it came, by what a route's path calls them; undefined where it is not of that route. Each is one
 * segment, percent-encoded once.
 *
 * @throws ApiRefusal 400 where a name is not encoded UTF-8, or encoded twice: something on the way might take it for a path
 * @example `/quotas/{scope}/{name}` and `/quotas/tenant/acme%2Feu` → scope tenant, name acme/eu
 */
export function pathNames(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [template.split('/'), path.split('/')];
  const isOfRoute =
    wanted.length === given.length &&
    wanted.every((segment, index) => (nameOf(segment) === undefined ? segment === given[index] : given[index] !== ''));
  return isOfRoute
    ? Object.fromEntries(
        wanted.flatMap((segment, index) => {
          const name = nameOf(segment);
          return name === undefined ? [] : [[name, decode(name, given[index] ?? '')]];
        })
      )
    : undefined;
}

const nameOf = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

function decode(field: string, segment: string): string {
  let name: string;
  try {
    name = decodeURIComponent(segment);
  } catch {
    throw new ApiRefusal(400, `${field}: percent-encode it as UTF-8`, { field });
  }
  if (/%(?:25|2e|2f|5c)/i.test(name)) {
    throw new ApiRefusal(400, `${field}: encoded twice; encode it once, or give it in the query string`, { field });
  }
  return name;
}
