import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPrometheus } from '../../provisioning/embedded/findPrometheus.mjs';
import { node } from '../../provisioning/embedded/install.mjs';
import { Parts } from '../../provisioning/embedded/Parts.mjs';
import { runQuietly } from '../../provisioning/embedded/runQuietly.mjs';
import { root } from '../../provisioning/embedded/settings.mjs';
import { freePort } from './freePort.ts';
import type { Truth } from './truthCost.ts';
import { until } from './until.ts';

const ledgerCli = path.join(root, 'instrumentation/ledger/dist/cli/main.js');
const at = (port: number) => `http://127.0.0.1:${port}`;

export interface Day {
  readonly day: string;
  readonly state: 'open' | 'closing' | 'closed';
  readonly costNanoUsd: string;
  readonly requests: string;
  /** Booked on this day for earlier, closed ones. */
  readonly adjustmentNanoUsd: string;
  /** Booked for this day after its close. */
  readonly lateNanoUsd: string;
}

/** The real ledger, simulated providers and real Prometheus on free ports, with data in a temporary folder. */
export class Stack {
  readonly data = mkdtempSync(path.join(tmpdir(), 'ai-finops-test-'));
  readonly #parts = new Parts(path.join(this.data, 'logs'));
  readonly ports: { intake: number; metrics: number; api: number; providers: number; prometheus: number };

  private constructor(ports: Stack['ports']) {
    this.ports = ports;
  }

  /** Providers and ledger, up and empty. */
  static async start(ledgerOptions: readonly string[] = []): Promise<Stack> {
    const [intake, metrics, api, providers, prometheus] = await Promise.all(Array.from({ length: 5 }, freePort));
    const stack = new Stack({ intake, metrics, api, providers, prometheus } as Stack['ports']);
    await stack.#parts.start({
      name: 'providers',
      command: node,
      args: [path.join(root, 'test/workload/providers/main.ts')],
      env: { PROVIDERS_PORT: String(stack.ports.providers) },
      ready: `${at(stack.ports.providers)}/truth`,
    });
    await stack.startLedger(ledgerOptions);
    return stack;
  }

  get intake(): string {
    return at(this.ports.intake);
  }

  /** Environment of a service that calls the simulated providers and sends its records here. */
  get serviceEnvironment(): Record<string, string> {
    const host = `127.0.0.1:${this.ports.providers}`;
    return {
      AI_FINOPS_ENDPOINT: this.intake,
      AI_FINOPS_PROVIDERS: `${host}/openai=openai,${host}/anthropic=anthropic`,
      OTEL_EXPORTER_OTLP_ENDPOINT: this.intake,
      OTEL_SERVICE_NAME: 'pipeline-test',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=production',
      OPENAI_URL: `${at(this.ports.providers)}/openai/v1`,
      ANTHROPIC_URL: `${at(this.ports.providers)}/anthropic`,
    };
  }

  async startLedger(options: readonly string[] = []): Promise<void> {
    const { intake, metrics, api } = this.ports;
    const listen = ['--intake-port', intake, '--metrics-port', metrics, '--api-port', api].map(String);
    await this.#parts.start({
      name: 'ledger',
      command: node,
      args: [ledgerCli, 'ledger', ...listen, '--data', path.join(this.data, 'ledger'), ...options],
      ready: `${at(metrics)}/healthz`,
    });
  }

  /** Ends the ledger and waits until it is gone. */
  async endLedger(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const pidOf = () => this.#parts.pids.find(({ name }: { name: string }) => name === 'ledger')?.pid;
    process.kill(pidOf() ?? NaN, signal);
    await until(
      () => Promise.resolve(pidOf()),
      (pid) => pid === undefined
    );
  }

  ledger(...args: string[]): Promise<string> {
    return runQuietly(node, [ledgerCli, 'ledger', ...args]);
  }

  async days(): Promise<Day[]> {
    const answer = (await (await fetch(`${at(this.ports.api)}/api/v1/days`)).json()) as { days: Day[] };
    return answer.days;
  }

  async bookedNanoUsd(): Promise<bigint> {
    const days = await this.days();
    return days.reduce((sum, day) => sum + BigInt(day.costNanoUsd) + BigInt(day.adjustmentNanoUsd), 0n);
  }

  async bookedRequests(): Promise<number> {
    return (await this.days()).reduce((sum, { requests }) => sum + Number(requests), 0);
  }

  async truth(): Promise<Truth[]> {
    return (await (await fetch(`${at(this.ports.providers)}/truth`)).json()) as Truth[];
  }

  async forgetTruth(): Promise<void> {
    await fetch(`${at(this.ports.providers)}/truth`, { method: 'DELETE' });
  }

  async metrics(): Promise<string> {
    return (await fetch(`${at(this.ports.metrics)}/metrics`)).text();
  }

  /**
   * Starts Prometheus with the provisioned configuration; closed days are written to it as blocks first.
   *
   * @param samples what else it has, in OpenMetrics
   */
  async startPrometheus(samples?: string): Promise<void> {
    const { prometheus, promtool } = await findPrometheus(path.join(root, '.data/prometheus-package'), () => undefined);
    const storage = path.join(this.data, 'prometheus');
    mkdirSync(storage);
    const write = async (text: string) => {
      const openMetrics = path.join(this.data, 'samples.om');
      writeFileSync(openMetrics, text);
      const blocks = ['create-blocks-from', '--max-block-duration=486h', 'openmetrics', '-q', openMetrics, storage];
      await runQuietly(promtool, ['tsdb', ...blocks]);
    };
    if ((await this.days()).some(({ state }) => state === 'closed')) {
      await write(await this.ledger('export', '--openmetrics', '--data', path.join(this.data, 'ledger')));
    }
    if (samples !== undefined) {
      await write(samples);
    }
    const provisioned = await readFile(path.join(root, 'provisioning/prometheus/prometheus.yml'), 'utf8');
    const config = path.join(this.data, 'prometheus.yml');
    writeFileSync(config, provisioned.replaceAll('127.0.0.1:4320', `127.0.0.1:${this.ports.metrics}`));
    await this.#parts.start({
      name: 'prometheus',
      command: prometheus,
      args: [
        `--config.file=${config}`,
        `--storage.tsdb.path=${storage}`,
        '--storage.tsdb.retention.time=800d',
        `--web.listen-address=127.0.0.1:${this.ports.prometheus}`,
      ],
      ready: `${at(this.ports.prometheus)}/-/ready`,
    });
  }

  /** The value of an instant query with one result, or undefined where there is none. */
  async query(promQl: string, atSeconds?: number): Promise<number | undefined> {
    const parameters = new URLSearchParams({ query: promQl });
    if (atSeconds !== undefined) {
      parameters.set('time', String(atSeconds));
    }
    const answer = (await (await fetch(`${at(this.ports.prometheus)}/api/v1/query?${parameters}`)).json()) as {
      data: { result: { value: [number, string] }[] };
    };
    const value = answer.data.result[0]?.value[1];
    return value === undefined ? undefined : Number(value);
  }

  async end(): Promise<void> {
    await this.#parts.end();
    rmSync(this.data, { recursive: true, force: true });
  }
}
