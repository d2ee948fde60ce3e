import { Unusable } from './unusable.ts';

/** Books that are broken: nothing is to be written to them any more. */
export function corruptBooks(path: string, damage: string): Unusable {
  return new Unusable(`${path} is corrupt (${damage}): restore it from a backup`);
}
