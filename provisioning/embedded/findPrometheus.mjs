import { existsSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from './findOnPath.mjs';
import { unpackDebian } from './unpackDebian.mjs';

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
  try {
    await unpackDebian('prometheus', cache, say);
  } catch (error) {
    throw new Error(`Prometheus is not on PATH and ${error.message}: ${HOW}`, { cause: error });
  }
  return withPromtool(unpacked, "Debian's package");
}

function withPromtool(prometheus, where) {
  const promtool = path.join(path.dirname(prometheus), 'promtool');
  const missing = [prometheus, promtool].find((file) => !existsSync(file));
  if (missing) {
    throw new Error(`${where} names Prometheus, but there is no ${missing}: ${HOW}`);
  }
  return { prometheus, promtool };
}
