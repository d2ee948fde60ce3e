import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { node } from '../../provisioning/embedded/install.mjs';
import { runQuietly } from '../../provisioning/embedded/runQuietly.mjs';
import { root } from '../../provisioning/embedded/settings.mjs';

export type NodeMajor = 22 | 24 | 26;

/** Pinned, so that a failure is ours and not a new release's. 24 is the project's own. */
const VERSIONS = { 22: '22.23.3', 26: '26.10.0' } as const;

const found = new Map<NodeMajor, Promise<string>>();

/**
 * A Node of this major version: 24 is a dependency of the project, the others are installed once into `.data`.
 *
 * @throws Error with npm's last lines where it cannot be installed: an untested Node is a failure, not a skip
 */
export function nodeBinary(major: NodeMajor): Promise<string> {
  const known = found.get(major) ?? (major === 24 ? Promise.resolve(node) : installed(major));
  found.set(major, known);
  return known;
}

async function installed(major: keyof typeof VERSIONS): Promise<string> {
  const version = VERSIONS[major];
  const folder = path.join(root, `.data/node-${major}`);
  const binary = path.join(folder, 'node_modules/node/bin/node');
  const isThere = async () => existsSync(binary) && (await runQuietly(binary, ['--version'])).trim() === `v${version}`;
  if (await isThere()) {
    return binary;
  }
  // Made beside its place and moved there whole: what was cut off half way is never taken for a Node.
  await mkdir(path.dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  // The package unpacks its binary in an install script, which npm must be told to allow.
  await writeFile(path.join(draft, 'package.json'), JSON.stringify({ private: true, allowScripts: { node: true } }));
  const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts=false'];
  await runQuietly('npm', ['install', ...flags, `node@${version}`], { cwd: draft });
  // Test files run at once: a Node that another one installed meanwhile, and runs now, is left where it is.
  await rename(draft, folder).catch(async (taken: unknown) => {
    if (!existsSync(folder)) {
      throw taken;
    }
    if (await isThere()) {
      return rm(draft, { recursive: true, force: true });
    }
    await rm(folder, { recursive: true, force: true });
    return rename(draft, folder);
  });
  return binary;
}
