import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at } from './at.mjs';
import { root } from './settings.mjs';

/** Prometheus with the provisioned configuration, with the ledger's port where it is not the default. */
export function prometheusPart(prometheus, { data, ports }) {
  const provisioned = readFileSync(path.join(root, 'provisioning/prometheus/prometheus.yml'), 'utf8');
  const config = path.join(data, 'prometheus.yml');
  writeFileSync(config, provisioned.replaceAll('127.0.0.1:4320', `127.0.0.1:${ports.metrics}`));
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
