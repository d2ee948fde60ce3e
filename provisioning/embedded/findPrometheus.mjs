import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from './findOnPath.mjs';
import { runQuietly } from './runQuietly.mjs';

const HOW = 'install Prometheus 2.42 or newer with promtool and put both on PATH, or set PROMETHEUS_BIN';

/**
 * Prometheus and promtool: PROMETHEUS_BIN, else PATH, else Debian's package unpacked into `cache`, which needs no root.
 * Fails with one line that says what to do.
 */
export async function findPrometheus(cache, say) {
  const given = process.env.PROMETHEUS_BIN;
  if (given) {
    return withPromtool(path.resolve(given), 'PROMETHEUS_BIN');
  }
  const unpacked = path.join(cache, 'usr/bin/prometheus');
  const found = findOnPath('prometheus') ?? (existsSync(unpacked) ? unpacked : undefined);
  if (found) {
    return withPromtool(found, 'PATH');
  }
  if (!findOnPath('apt-get') || !findOnPath('dpkg')) {
    throw new Error(`Prometheus is not on PATH and there is no apt-get to unpack it with: ${HOW}`);
  }
  say("unpacking Debian's prometheus package");
  mkdirSync(cache, { recursive: true });
  try {
    await download(cache);
    const deb = readdirSync(cache).find((name) => name.endsWith('.deb'));
    await runQuietly('dpkg', ['-x', deb, '.'], { cwd: cache });
    rmSync(path.join(cache, deb));
  } catch (error) {
    throw new Error(`Debian's prometheus package could not be fetched (${error.message.split('\n').pop()}): ${HOW}`, {
      cause: error,
    });
  }
  return withPromtool(unpacked, "Debian's package");
}

async function download(cwd) {
  const fetchPackage = () => runQuietly('apt-get', ['download', 'prometheus'], { cwd });
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

function withPromtool(prometheus, where) {
  const promtool = path.join(path.dirname(prometheus), 'promtool');
  const missing = [prometheus, promtool].find((file) => !existsSync(file));
  if (missing) {
    throw new Error(`${where} names Prometheus, but there is no ${missing}: ${HOW}`);
  }
  return { prometheus, promtool };
}
