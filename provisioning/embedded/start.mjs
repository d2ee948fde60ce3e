import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { backfill } from './backfill.mjs';
import { build } from './build.mjs';
import { findGrafana } from './findGrafana.mjs';
import { findPrometheus } from './findPrometheus.mjs';
import { grafanaPart } from './grafanaPart.mjs';
import { install, node } from './install.mjs';
import { Parts } from './Parts.mjs';
import { portIsFree } from './portIsFree.mjs';
import { clearRunning, readRunning, writeRunning } from './running.mjs';
import { pricesFile, seed, writePrices } from './seed.mjs';
import { readSettings, root, usage } from './settings.mjs';

const say = (text) => console.log(text);
const show = (part, where) => say(`${part.padEnd(12)}${where}`);

async function start() {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    say(usage);
    return;
  }
  const settings = readSettings();
  const { data, ports } = settings;
  const url = `http://127.0.0.1:${ports.app}`;
  mkdirSync(data, { recursive: true });
  await settleEarlierStart(data);
  for (const { variable, what, port } of settings.named) {
    if (!(await portIsFree(port))) {
      throw new Error(`port ${port} (${what}) is taken; end what uses it, or choose another with ${variable}=…`);
    }
  }

  await install(say);
  const { prometheus, promtool } = await findPrometheus(path.join(data, 'prometheus-package'), say);
  const grafana = settings.isPreview ? undefined : await findGrafana();
  await build(['library', 'ledger', 'app', ...(grafana ? [] : ['preview'])], say);

  const parts = new Parts(path.join(data, 'logs'));
  let isEnding = false;
  const end = async (code, why) => {
    if (isEnding) {
      return;
    }
    isEnding = true;
    if (why) {
      console.error(why);
    }
    await parts.end();
    clearRunning(data);
    process.exit(code);
  };
  process.on('SIGINT', () => end(0, '\nending'));
  process.on('SIGTERM', () => end(0));
  parts.onDeath = (why) => end(1, why);

  const launch = async (part) => {
    await parts.start(part);
    writeRunning(data, url, parts.pids);
  };
  try {
    await launchAll({ launch, settings, prometheus, promtool, grafana });
    say(`ready ${url}`);
  } catch (error) {
    await end(1, error.message);
  }
}

async function launchAll({ launch, settings, prometheus, promtool, grafana }) {
  const { data, ports, seedDays } = settings;
  const at = (port) => `http://127.0.0.1:${port}`;
  await writePrices(settings);

  const listen = ['--intake-port', ports.otlp, '--metrics-port', ports.metrics, '--api-port', ports.api];
  const keep = [
    '--data',
    path.join(data, 'ledger'),
    '--retention-days',
    Math.max(100, seedDays + 10),
    '--prices',
    pricesFile(data),
  ];
  await launch({
    name: 'ledger',
    command: node,
    args: [path.join(root, 'instrumentation/ledger/dist/cli/main.js'), 'ledger', ...listen, ...keep].map(String),
    ready: `${at(ports.metrics)}/healthz`,
  });
  show('ledger', `OTLP ${at(ports.otlp)} · metrics ${at(ports.metrics)}/metrics · API ${at(ports.api)}/api/v1`);

  show('history', (await seed(settings)) ?? 'already there');
  const days = await backfill(settings, promtool);
  await launch({
    name: 'prometheus',
    command: prometheus,
    args: [
      `--config.file=${prometheusConfig(data, ports)}`,
      `--storage.tsdb.path=${path.join(data, 'prometheus')}`,
      '--storage.tsdb.retention.time=800d',
      `--web.listen-address=127.0.0.1:${ports.prometheus}`,
      '--log.level=warn',
    ],
    ready: `${at(ports.prometheus)}/-/ready`,
  });
  show('prometheus', `${at(ports.prometheus)} · ${days} closed days written to it`);

  await launch({
    name: 'providers',
    command: node,
    args: [path.join(root, 'test/workload/providers/main.ts')],
    env: { PROVIDERS_PORT: String(ports.providers) },
    ready: `${at(ports.providers)}/truth`,
  });
  show('providers', `${at(ports.providers)} · simulated OpenAI and Anthropic`);
  await launch({
    name: 'services',
    command: node,
    args: [path.join(root, 'test/workload/services/main.ts')],
    env: { PROVIDERS_URL: at(ports.providers), AI_FINOPS_ENDPOINT: at(ports.otlp) },
  });
  show('services', 'demo services, instrumented by one import, calling about 3 times a second');

  await launch(grafana ? grafanaPart(grafana, settings) : previewPart(settings));
  show('app', grafana ? `Grafana ${grafana.version} from ${grafana.homePath}` : 'preview (no Grafana >= 12.4 found)');
}

function previewPart({ data, ports }) {
  return {
    name: 'preview',
    command: node,
    args: [path.join(root, 'grafana-plugin/preview/server.mjs')],
    env: {
      PORT: String(ports.app),
      PROMETHEUS_URL: `http://127.0.0.1:${ports.prometheus}`,
      LEDGER_API_URL: `http://127.0.0.1:${ports.api}`,
      DATA_DIR: path.join(data, 'preview'),
    },
    ready: `http://127.0.0.1:${ports.app}/api/health`,
  };
}

/** The provisioned configuration, with the ledger's port where it is not the default. */
function prometheusConfig(data, ports) {
  const provisioned = readFileSync(path.join(root, 'provisioning/prometheus/prometheus.yml'), 'utf8');
  const file = path.join(data, 'prometheus.yml');
  writeFileSync(file, provisioned.replaceAll('127.0.0.1:4320', `127.0.0.1:${ports.metrics}`));
  return file;
}

async function settleEarlierStart(data) {
  const earlier = readRunning(data);
  if (earlier?.isAlive) {
    throw new Error(
      `already running at ${earlier.url} (process ${earlier.pid}); end it with Ctrl-C or kill ${earlier.pid}`
    );
  }
  for (const { name, pid } of earlier?.left ?? []) {
    say(`ending ${name} (process ${pid}), left behind by an earlier start`);
    process.kill(pid, 'SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

start().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
