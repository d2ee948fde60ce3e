import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { at } from './at.mjs';
import { findOnPath } from './findOnPath.mjs';
import { root } from './settings.mjs';

/**
 * The Collector and the Tempo behind it, where there are any: OTELCOL_BIN and TEMPO_BIN, else PATH. Tempo gets its
 * requests from the Collector, so it joins only together with one.
 */
export function telemetryParts({ data, ports }, env = process.env) {
  const collector = env.OTELCOL_BIN || findOnPath('otelcol-contrib');
  const tempo = collector && (env.TEMPO_BIN || findOnPath('tempo'));
  const provisioned = (file) => path.join(root, 'provisioning', file);
  const tempoData = path.join(data, 'tempo');
  mkdirSync(tempoData, { recursive: true });
  const config = ['collector/collector.yaml', ...(tempo ? ['collector/with-tempo.yaml'] : [])];
  return {
    tempo: tempo && {
      name: 'tempo',
      command: tempo,
      args: [`-config.file=${provisioned('tempo/tempo.yaml')}`, '-config.expand-env=true'],
      env: {
        TEMPO_PORT: String(ports.tempo),
        TEMPO_OTLP_PORT: String(ports.tempoOtlp),
        TEMPO_GRPC_PORT: String(ports.tempoGrpc),
        TEMPO_DATA: tempoData,
      },
      ready: `${at(ports.tempo)}/ready`,
      seconds: 60,
    },
    collector: collector && {
      name: 'collector',
      command: collector,
      args: config.flatMap((file) => ['--config', provisioned(file)]),
      env: {
        OTLP_PORT: String(ports.otlp),
        LEDGER_INTAKE_PORT: String(ports.intake),
        TEMPO_OTLP_PORT: String(ports.tempoOtlp),
        COLLECTOR_QUEUE: path.join(data, 'collector-queue'),
      },
      // An empty export is a good request once the receiver stands.
      ready: { url: `${at(ports.otlp)}/v1/traces`, method: 'POST', body: '{}' },
    },
  };
}
