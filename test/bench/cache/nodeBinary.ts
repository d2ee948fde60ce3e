import path from 'node:path';
import { installPackages } from './installPackages.ts';

/** The path of a Node of this version (`22`, `26.10.0`), from npm's `node` package. */
export async function nodeBinary(version: string): Promise<string> {
  const folder = await installPackages(`node-${version}`, { node: version });
  return path.join(folder, 'node_modules/node/bin/node');
}
