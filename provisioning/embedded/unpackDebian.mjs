import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from './findOnPath.mjs';
import { runQuietly } from './runQuietly.mjs';

/** Unpacks one of Debian's packages into `folder`, which needs no root; fails with one line that says why it could not. */
export async function unpackDebian(name, folder, say) {
  if (!findOnPath('apt-get') || !findOnPath('dpkg')) {
    throw new Error('there is no apt-get to unpack it with');
  }
  say(`unpacking Debian's ${name} package`);
  mkdirSync(folder, { recursive: true });
  try {
    await download(name, folder);
    const deb = readdirSync(folder).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));
    await runQuietly('dpkg', ['-x', deb, '.'], { cwd: folder });
    rmSync(path.join(folder, deb));
  } catch (error) {
    throw new Error(`Debian's ${name} package could not be fetched (${error.message.split('\n').pop()})`, {
      cause: error,
    });
  }
}

async function download(name, cwd) {
  const fetchPackage = () => runQuietly('apt-get', ['download', name], { cwd });
  try {
    await fetchPackage();
  } catch (error) {
    // A fresh machine has no package lists yet; only root may fetch them.
    if (process.getuid?.() !== 0) {
      throw error;
    }
    await runQuietly('apt-get', ['update', '-qq']);
    await fetchPackage();
  }
}
