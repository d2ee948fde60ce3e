import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';

const MANIFEST = '_manifest.json';

const shape = z.object({
  version: z.literal(1),
  day: z.string(),
  fingerprint: z.string(),
  calls: z.int(),
  costNanoUsd: z.string(),
  listNanoUsd: z.string(),
  parts: z.array(z.object({ file: z.string(), calls: z.int() })),
});

export type Manifest = z.infer<typeof shape>;

/**
 * The folder of one day. It stands under its name only when it is whole; loaders pass over names that start with `_` or
 * `.`, so what lies about is never loaded.
 */
export function partition(out: string, day: EventDay) {
  const name = `day=${dayText(day)}`;
  const place = join(out, name);
  return {
    place,
    unfinished: join(out, `.unfinished-${name}`),
    former: join(out, `.former-${name}`),
    manifestIn: (directory: string) => join(directory, MANIFEST),
    /** What stands there; undefined where nothing does, or nothing this version wrote. */
    manifest(): Manifest | undefined {
      try {
        return shape.parse(JSON.parse(readFileSync(join(place, MANIFEST), 'utf8')));
      } catch {
        return undefined;
      }
    },
  };
}
