import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a directory and its parents. Not `mkdir` with `recursive`: that never returns where the file system says a
 * parent is missing although it is there (/proc).
 *
 * @throws the file system's error
 */
export function makeDirectory(path: string): void {
  if (existsSync(path)) {
    return;
  }
  const parent = dirname(path);
  if (parent !== path) {
    makeDirectory(parent);
  }
  mkdirSync(path);
}
