import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** A value kept in a file: `otherwise` until it is first set, and never half written. */
export const jsonFile = (path, otherwise) => ({
  get: () => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : otherwise),
  set(value) {
    writeFileSync(`${path}.new`, JSON.stringify(value));
    renameSync(`${path}.new`, path);
  },
});
