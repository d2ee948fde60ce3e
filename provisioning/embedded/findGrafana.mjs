import { existsSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from './findOnPath.mjs';
import { runQuietly } from './runQuietly.mjs';

/**
 * A Grafana that can run the app: GRAFANA_HOME, else `grafana` on PATH. Undefined where there is none; one that is too
 * old is an Error where it was asked for by GRAFANA_HOME, and passed over where it only happens to be on PATH.
 */
export async function findGrafana() {
  const home = process.env.GRAFANA_HOME;
  const binary = home ? path.join(home, 'bin/grafana') : findOnPath('grafana');
  if (!binary || !existsSync(binary)) {
    if (home) {
      throw new Error(`GRAFANA_HOME=${home} has no bin/grafana`);
    }
    return undefined;
  }
  const printed = await runQuietly(binary, ['--version']);
  const [, version, major, minor] = /((\d+)\.(\d+)\.\d+)/.exec(printed) ?? [];
  const isNewEnough = Number(major) > 12 || (Number(major) === 12 && Number(minor) >= 4);
  if (!isNewEnough) {
    if (home) {
      throw new Error(`${binary} is Grafana ${version ?? 'of unknown version'}; the app needs 12.4 or newer`);
    }
    return undefined;
  }
  const homePath = [home, path.resolve(path.dirname(binary), '..'), '/usr/share/grafana'].find(
    (folder) => folder && existsSync(path.join(folder, 'conf/defaults.ini'))
  );
  return homePath ? { binary, version, homePath } : undefined;
}
