import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const PORTS = [
  ['app', 'APP_PORT', 3000, 'the app'],
  ['otlp', 'OTLP_PORT', 4318, 'OTLP intake'],
  ['metrics', 'LEDGER_METRICS_PORT', 4320, 'ledger metrics'],
  ['api', 'LEDGER_API_PORT', 4321, 'ledger API'],
  ['prometheus', 'PROMETHEUS_PORT', 9090, 'Prometheus'],
  ['alertmanager', 'ALERTMANAGER_PORT', 9093, 'Alertmanager, where there is no Grafana'],
  ['providers', 'PROVIDERS_PORT', 4010, 'simulated providers'],
  ['intake', 'LEDGER_INTAKE_PORT', 4319, "the ledger's intake, behind a Collector"],
  ['tempo', 'TEMPO_PORT', 3200, 'Tempo, where there is one'],
  ['tempoOtlp', 'TEMPO_OTLP_PORT', 4317, "Tempo's own OTLP receiver"],
  ['tempoGrpc', 'TEMPO_GRPC_PORT', 9095, "Tempo's internal port"],
];

export const usage = `npm start: the whole of AI FinOps on this machine, without Docker. Ctrl-C ends it.

  npm start                 install what is missing, seed 120 days of history, serve the app
  npm start -- --help       this text

Environment (defaults):
${PORTS.map(([, variable, port, what]) => `  ${`${variable}=${port}`.padEnd(26)}${what}`).join('\n')}
  AI_FINOPS_DATA=.data      books, Prometheus blocks, logs
  SEED_DAYS=120             days of demo history
  PROMETHEUS_BIN=           a prometheus to use (else PATH, else Debian's package, unpacked into the data directory)
  ALERTMANAGER_BIN=         an alertmanager to use (the same; where there is none, alerts are seen and nobody is told)
  GRAFANA_HOME=             a Grafana >= 12.4 to use (else grafana on PATH, else the preview)
  OTELCOL_BIN=, TEMPO_BIN=  a Collector and a Tempo to use (else otelcol-contrib and tempo on PATH, else none)
  AI_FINOPS_APP=            "preview" to use the preview where there is a Grafana, too`;

/** Reads the environment; a malformed value is an Error with one clear line. */
export function readSettings(env = process.env) {
  const ports = {};
  for (const [name, variable, fallback] of PORTS) {
    const value = env[variable] === undefined || env[variable] === '' ? fallback : Number(env[variable]);
    if (!Number.isInteger(value) || value < 1 || value > 65535) {
      throw new Error(`${variable}=${env[variable]} is not a port; give a number from 1 to 65535`);
    }
    ports[name] = value;
  }
  const seedDays = Number(env.SEED_DAYS || 120);
  if (!Number.isInteger(seedDays) || seedDays < 0 || seedDays > 1000) {
    throw new Error(`SEED_DAYS=${env.SEED_DAYS} is not a number of days from 0 to 1000`);
  }
  if (!['', 'preview'].includes(env.AI_FINOPS_APP ?? '')) {
    throw new Error(`AI_FINOPS_APP=${env.AI_FINOPS_APP} is not known; leave it out, or give "preview"`);
  }
  return {
    isPreview: env.AI_FINOPS_APP === 'preview',
    ports,
    seedDays,
    named: PORTS.map(([name, variable, , what]) => ({ name, variable, what, port: ports[name] })),
    data: path.resolve(root, env.AI_FINOPS_DATA || '.data'),
  };
}
