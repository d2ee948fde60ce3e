import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at } from './at.mjs';
import { root } from './settings.mjs';

/**
 * Prometheus with the provisioned configuration, with the ledger's port where it is not the default, and with the rules
 * from where they stand: Prometheus reads their paths from the configuration's own folder.
 */
export function prometheusPart(prometheus, { data, ports }) {
  const provisioned = readFileSync(path.join(root, 'provisioning/prometheus/prometheus.yml'), 'utf8');
  const config = path.join(data, 'prometheus.yml');
  const rules = JSON.stringify(path.join(root, 'provisioning/prometheus/rules/*.yml'));
  writeFileSync(
    config,
    provisioned.replaceAll('127.0.0.1:4320', `127.0.0.1:${ports.metrics}`).replace('rules/*.yml', () => rules)
  );
  return {
    name: 'prometheus',
    command: prometheus,
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${path.join(data, 'prometheus')}`,
      '--storage.tsdb.retention.time=800d',
      `--web.listen-address=127.0.0.1:${ports.prometheus}`,
      '--log.level=warn',
    ],
    ready: `${at(ports.prometheus)}/-/ready`,
  };
}
