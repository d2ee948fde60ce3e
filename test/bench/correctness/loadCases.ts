import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { GROUPS, type Case } from './case.ts';

/** Every case of `cases/`, in the order of their groups, then of their file names. */
export async function loadCases(): Promise<Case[]> {
  const folder = path.join(import.meta.dirname, 'cases');
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(
    files.sort().map((file) => import(pathToFileURL(path.join(folder, file)).href) as Promise<Record<string, Case>>)
  );
  const cases = modules.flatMap((module) => Object.values(module));
  return cases.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
}
