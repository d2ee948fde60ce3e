import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from './findOnPath.mjs';
import { unpackDebian } from './unpackDebian.mjs';

const ASSETS = '/usr/share/prometheus/alertmanager';

/**
 * An Alertmanager: ALERTMANAGER_BIN, else PATH, else Debian's package unpacked into `cache`, which needs no root. Where
 * there is none, `missing` says why: alerts are then only seen, and nobody is told.
 */
export async function findAlertmanager(cache, say) {
  const given = process.env.ALERTMANAGER_BIN;
  if (given) {
    if (!existsSync(given)) {
      throw new Error(`ALERTMANAGER_BIN names an Alertmanager, but there is no ${given}`);
    }
    return { alertmanager: path.resolve(given) };
  }
  const unpacked = path.join(cache, 'usr/bin/prometheus-alertmanager');
  const found = findOnPath('alertmanager', 'prometheus-alertmanager');
  if (found || existsSync(unpacked)) {
    return { alertmanager: found ?? unpacked };
  }
  try {
    await unpackDebian('prometheus-alertmanager', cache, say);
    readAssetsFrom(unpacked);
    return { alertmanager: unpacked };
  } catch (error) {
    return { missing: `Alertmanager is not on PATH and ${error.message}` };
  }
}

/**
 * Debian's build reads the texts of its messages from an absolute path, which is not there where the package is only
 * unpacked. A path of the same length, relative to the folder it is started in, takes its place in the program.
 */
function readAssetsFrom(program) {
  const bytes = readFileSync(program);
  const relative = Buffer.from(`${ASSETS.slice(1)}/`);
  for (let at = bytes.indexOf(ASSETS); at !== -1; at = bytes.indexOf(ASSETS, at + relative.length)) {
    relative.copy(bytes, at);
  }
  writeFileSync(program, bytes);
}
