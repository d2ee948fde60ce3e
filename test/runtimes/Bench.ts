import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startProviders, type Providers } from '../workload/providers/startProviders.ts';
import { startSink, type Sink } from '../workload/sink/startSink.ts';
import { runService, type Finished } from '../pipeline/runService.ts';
import type { ProcessHealth } from './processHealth.ts';

/** The simulated providers and a receiver of records, for one case. */
export class Bench {
  readonly providers: Providers;
  readonly sink: Sink;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'ai-finops-runtimes-'));
  #runs = 0;

  private constructor(providers: Providers, sink: Sink) {
    this.providers = providers;
    this.sink = sink;
  }

  static async start(): Promise<Bench> {
    return new Bench(await startProviders({ firstByteMs: 1, paceMs: 0 }), await startSink());
  }

  /** Where a service finds providers and ledger. @param front another origin that leads to the same providers */
  environment(front = this.providers.url): Record<string, string> {
    const place = new URL(front).host;
    return {
      OPENAI_URL: `${front}/openai/v1`,
      ANTHROPIC_URL: `${front}/anthropic`,
      AI_FINOPS_PROVIDERS: `${place}/openai=openai,${place}/anthropic=anthropic`,
      AI_FINOPS_ENDPOINT: this.sink.endpoint,
      AI_FINOPS_SDK: 'off',
    };
  }

  /** Runs a program to its end, and returns what each of its threads and processes said of its health. */
  async run(
    script: string,
    service: {
      readonly nodePath: string;
      readonly flags?: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
    }
  ): Promise<Finished & { readonly health: readonly ProcessHealth[] }> {
    const file = path.join(this.#folder, `health-${++this.#runs}.jsonl`);
    const flags = ['--require', './test/runtimes/apps/reportHealth.cjs', ...(service.flags ?? [])];
    const env = { ...this.environment(), ...service.env, HEALTH_FILE: file };
    const finished = await runService(script, [], { nodePath: service.nodePath, flags, env });
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return { ...finished, health: lines.map((line) => JSON.parse(line) as ProcessHealth) };
  }

  async end(): Promise<void> {
    this.sink.close();
    await this.providers.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
