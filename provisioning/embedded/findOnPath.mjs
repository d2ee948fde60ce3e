import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** The first executable of one of these names on PATH, or undefined. */
export function findOnPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        if (statSync(file).isFile()) {
          return file;
        }
      } catch {
        // Not here; look further.
      }
    }
  }
  return undefined;
}
