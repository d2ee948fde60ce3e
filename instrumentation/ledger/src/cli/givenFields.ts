import type { RecordKind } from '../records/recordKind.ts';

/** The fields that were given, under their names. */
export function givenFields({ fields }: RecordKind, options: Readonly<Record<string, unknown>>) {
  const given = Object.keys(fields.shape).map((name) => [name, options[name === 'links' ? 'link' : name]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
