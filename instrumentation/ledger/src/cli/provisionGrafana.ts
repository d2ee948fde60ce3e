import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { grafanaAlerting } from '../alerts/grafanaAlerting.ts';
import { withDeletions } from '../alerts/withDeletions.ts';
import { Unusable } from '../store/unusable.ts';
import { readAlerting } from './readAlerting.ts';
import { writeProvisioned } from './writeProvisioned.ts';

const NAME = 'ai-finops.yaml';

/**
 * Writes contact points and rules of Grafana into one file. What the file before it had and this one has not is listed
 * for deletion: Grafana keeps what merely vanishes. Mail needs GF_SMTP_ENABLED=true, as Grafana does.
 */
export function provisionGrafana(options: { finops: string; out: string; dataSource: string }): readonly string[] {
  const hasMail = process.env['GF_SMTP_ENABLED'] === 'true';
  const { receivers, owners } = readAlerting(options.finops, {
    env: process.env,
    mail: hasMail ? 'works' : { set: 'GF_SMTP_ENABLED=true' },
  });
  const ofFeatures = new Set([...owners.features.values()].flatMap(({ contact }) => contact ?? []));
  const content = grafanaAlerting({ receivers, ofFeatures, hasMail, dataSourceUid: options.dataSource });
  return writeProvisioned(options.out, [
    { name: NAME, content: withDeletions(content, readEarlier(join(options.out, NAME))) },
  ]);
}

function readEarlier(path: string): unknown {
  try {
    return existsSync(path) ? parse(readFileSync(path, 'utf8')) : undefined;
  } catch (error) {
    throw new Unusable(`${path} is there and cannot be read (${String(error)}); mend it, or remove it`);
  }
}
