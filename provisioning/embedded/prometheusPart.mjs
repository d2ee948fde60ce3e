import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at } from './at.mjs';
import { root } from './settings.mjs';

const provisioned = path.join(root, 'provisioning/prometheus');

/**
 * Prometheus with the provisioned configuration and rules, with the ports and the address of the app of this stack.
 *
 * @param alerts what it does about alerts: `told` by an Alertmanager, only `seen`, or `none` of them where Grafana has the
 *   same ones
 */
export function prometheusPart(prometheus, { data, ports }, alerts) {
  const config = path.join(data, 'prometheus.yml');
  writeFileSync(config, configFor(ports, alerts, copyRules(data, ports)));
  return {
    name: 'prometheus',
    command: prometheus,
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${path.join(data, 'prometheus')}`,
      '--storage.tsdb.retention.time=800d',
      `--web.listen-address=127.0.0.1:${ports.prometheus}`,
      `--web.external-url=${at(ports.prometheus)}`,
      '--log.level=warn',
    ],
    ready: `${at(ports.prometheus)}/-/ready`,
  };
}

function configFor(ports, alerts, rules) {
  const [scraping, alerting] = readFileSync(path.join(provisioned, 'prometheus.yml'), 'utf8')
    .replaceAll('127.0.0.1:4320', `127.0.0.1:${ports.metrics}`)
    .replaceAll('127.0.0.1:9093', `127.0.0.1:${ports.alertmanager}`)
    .replace('rules/*.yml', () => JSON.stringify(rules))
    .split(/^(?=alerting:)/m);
  const text = alerts === 'told' ? scraping + alerting : scraping;
  return alerts === 'none' ? text.replace(/^rule_files:\n {2}- .*\n/m, '') : text;
}

/** Their links lead to the app. */
function copyRules(data, ports) {
  const folder = path.join(data, 'prometheus-rules');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(path.join(provisioned, 'rules'))) {
    const text = readFileSync(path.join(provisioned, 'rules', file), 'utf8');
    writeFileSync(path.join(folder, file), text.replaceAll('http://127.0.0.1:3000', at(ports.app)));
  }
  return path.join(folder, '*.yml');
}
