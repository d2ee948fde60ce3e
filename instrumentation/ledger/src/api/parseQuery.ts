import { z } from 'zod';
import { ApiRefusal } from './apiRefusal.ts';
import { describeIssue } from './describeIssue.ts';

/**
 * Reads a query string.
 *
 * @param names what the path says: as if it stood in the query string, and nowhere else
 * @throws ApiRefusal 400 naming the parameter: unknown, given twice, or not what it has to be
 */
export function parseQuery(
  schema: z.ZodObject | undefined,
  search: string,
  names: Readonly<Record<string, string>> = {}
): unknown {
  const shape = schema?.shape ?? {};
  const given = new URLSearchParams(search);
  for (const [name, value] of Object.entries(names)) {
    given.append(name, value);
  }
  const values: Record<string, unknown> = {};
  for (const name of new Set(given.keys())) {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (!field) {
      const known = Object.keys(shape).join(', ') || 'none';
      throw new ApiRefusal(400, `${name.slice(0, 100)}: there is no such parameter (there are: ${known})`, {
        field: name.slice(0, 100),
      });
    }
    const all = given.getAll(name);
    if (isList(field)) {
      values[name] = all;
    } else if (all.length > 1) {
      throw new ApiRefusal(400, `${name}: give it once`, { field: name });
    } else {
      values[name] = all[0];
    }
  }
  const parsed = (schema ?? z.strictObject({})).safeParse(values);
  if (!parsed.success) {
    const { error, field } = describeIssue(parsed.error);
    throw new ApiRefusal(400, error, { field });
  }
  return parsed.data;
}

function isList(field: unknown): boolean {
  return field instanceof z.ZodOptional ? isList(field.unwrap()) : field instanceof z.ZodArray;
}
