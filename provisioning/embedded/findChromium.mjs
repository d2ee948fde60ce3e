import { findOnPath } from './findOnPath.mjs';
import { runQuietly } from './runQuietly.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** A Chromium for the browser tests: CHROMIUM_PATH, else PATH, else Debian's package, which only root can install. */
export async function findChromium(say) {
  const found = process.env.CHROMIUM_PATH || findOnPath(...names);
  if (found) {
    return found;
  }
  const command = 'apt-get install --yes --no-install-recommends chromium';
  if (process.getuid?.() !== 0 || !findOnPath('apt-get')) {
    throw new Error(`the browser tests need Chromium: run "sudo ${command}", or set CHROMIUM_PATH`);
  }
  say("installing Debian's chromium package");
  await runQuietly('apt-get', ['update', '-qq']);
  await runQuietly('apt-get', command.split(' ').slice(1), {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return findOnPath(...names);
}
