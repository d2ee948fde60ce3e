import { renameSync, writeFileSync } from 'node:fs';

/** Replaces the file in one step, so that it is never half written. */
export function writeJson(file, value) {
  writeFileSync(`${file}.new`, JSON.stringify(value));
  renameSync(`${file}.new`, file);
}
