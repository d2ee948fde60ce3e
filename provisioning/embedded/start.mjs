import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { alertmanagerPart } from './alertmanagerPart.mjs';
import { at } from './at.mjs';
import { backfill } from './backfill.mjs';
import { build } from './build.mjs';
import { findAlertmanager } from './findAlertmanager.mjs';
import { findGrafana } from './findGrafana.mjs';
import { findPrometheus } from './findPrometheus.mjs';
import { grafanaPart } from './grafanaPart.mjs';
import { install } from './install.mjs';
import { ledgerPart } from './ledgerPart.mjs';
import { Parts } from './Parts.mjs';
import { portIsFree } from './portIsFree.mjs';
import { previewPart } from './previewPart.mjs';
import { prometheusPart } from './prometheusPart.mjs';
import { clearRunning, readRunning, writeRunning } from './running.mjs';
import { recordStory, seed, writePrices } from './seed.mjs';
import { readSettings, usage } from './settings.mjs';
import { telemetryParts } from './telemetryParts.mjs';
import { workloadParts } from './workloadParts.mjs';

const say = (text) => console.log(text);
const show = (part, where) => say(`${part.padEnd(13)}${where}`);

async function start() {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    say(usage);
    return;
  }
  const settings = readSettings();
  const { data, ports } = settings;
  const telemetry = telemetryParts(settings);
  // Without a Collector the services send to the ledger itself.
  ports.intake = telemetry.collector ? ports.intake : ports.otlp;
  const url = at(ports.app);
  mkdirSync(data, { recursive: true });
  await settleEarlierStart(data);
  const grafana = settings.isPreview ? undefined : await findGrafana();
  for (const { variable, what, port } of usedPorts(settings, telemetry, grafana)) {
    if (!(await portIsFree(port))) {
      throw new Error(`port ${port} (${what}) is taken; end what uses it, or choose another with ${variable}=…`);
    }
  }

  await install(say);
  const { prometheus, promtool } = await findPrometheus(path.join(data, 'prometheus-package'), say);
  // Grafana has the same alerts, and tells people itself.
  const alerting = grafana ? {} : await findAlertmanager(path.join(data, 'alertmanager-package'), say);
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
    await launchAll({ launch, settings, telemetry, prometheus, promtool, alerting, grafana });
    say(`ready ${url}`);
  } catch (error) {
    await end(1, error.message);
  }
}

async function launchAll({ launch, settings, telemetry, prometheus, promtool, alerting, grafana }) {
  const { ports } = settings;
  await writePrices(settings);
  await launch(ledgerPart(settings));
  show('ledger', `OTLP ${at(ports.intake)} · metrics ${at(ports.metrics)}/metrics · API ${at(ports.api)}/api/v1`);

  show('history', (await seed(settings)) ?? 'already there');
  show('records', (await recordStory(settings)) ?? 'none without history');
  const days = await backfill(settings, promtool);
  const alerts = grafana ? 'none' : alerting.alertmanager ? 'told' : 'seen';
  await launch(prometheusPart(prometheus, settings, alerts));
  show('prometheus', `${at(ports.prometheus)} · ${days} closed days written to it`);
  if (alerting.alertmanager) {
    await launch(await alertmanagerPart(alerting.alertmanager, settings));
    show('alertmanager', `${at(ports.alertmanager)} · messages arrive at ${at(ports.providers)}/inbox`);
  } else if (alerting.missing) {
    show('alertmanager', `none: ${alerting.missing}. Alerts are seen in Prometheus, and nobody is told`);
  }

  if (telemetry.tempo) {
    await launch(telemetry.tempo);
    show('tempo', at(ports.tempo));
  }
  if (telemetry.collector) {
    await launch(telemetry.collector);
    show('collector', `OTLP ${at(ports.otlp)}, to the ledger${telemetry.tempo ? ' and Tempo' : ''}`);
  }
  const { providers, services } = workloadParts(settings);
  await launch(providers);
  show('providers', `${at(ports.providers)} · simulated OpenAI and Anthropic`);
  await launch(services);
  show('services', 'demo services, instrumented by one import, calling about 3 times a second');

  await launch(grafana ? grafanaPart(grafana, settings) : previewPart(settings));
  show('app', grafana ? `Grafana ${grafana.version} from ${grafana.homePath}` : 'preview (no Grafana >= 12.4 found)');
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

function usedPorts({ named }, { collector, tempo }, grafana) {
  const unused = [...(collector ? [] : ['intake']), ...(tempo ? [] : ['tempo', 'tempoOtlp', 'tempoGrpc'])];
  if (grafana) {
    unused.push('alertmanager');
  }
  return named.filter(({ name }) => !unused.includes(name));
}

start().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
