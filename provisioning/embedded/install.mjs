import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './runQuietly.mjs';
import { root } from './settings.mjs';

const lock = path.join(root, 'package-lock.json');
const installed = path.join(root, 'node_modules/.package-lock.json');

/** Node 24 as the project's own dependency, whatever runs this script. */
export const node = path.join(root, 'node_modules/node/bin/node');

/** Installs node_modules where they are missing or older than the lockfile; returns whether it had to. */
export async function install(say) {
  const isCurrent = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (!isCurrent) {
    say('installing packages (1 to 3 minutes)');
    await runQuietly('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  }
  if (!existsSync(node)) {
    throw new Error(
      `Node 24 did not unpack: run "npm rebuild node" in ${root} (install scripts must be allowed for it)`
    );
  }
  return !isCurrent;
}
