import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

interface Provisioned {
  readonly name: string;
  readonly content: object;
  readonly mode?: number;
}

const HEAD = '# Written by `ai-finops provision` from the alert rules and the owners file. Do not edit.\n';

/** Writes YAML files, each whole or not at all; returns their paths. */
export function writeProvisioned(folder: string, files: readonly Provisioned[]): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return files.map(({ name, content, mode = 0o644 }) => {
    const path = join(folder, name);
    writeFileSync(
      `${path}.new`,
      HEAD + stringify(content, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false }),
      { mode }
    );
    renameSync(`${path}.new`, path);
    return path;
  });
}
