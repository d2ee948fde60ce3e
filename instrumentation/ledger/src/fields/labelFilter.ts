import { z } from 'zod';
import { labelName } from './labelName.ts';

const MAX_NAMES = 50;

/** Names in a query string, any of which will do: the parameter may be given more than once. */
export function labelFilter(what: string) {
  return z
    .array(labelName(what))
    .max(MAX_NAMES, `at most ${MAX_NAMES} of them`)
    .meta({ description: `Only ${what}; give it again for another` })
    .optional();
}
