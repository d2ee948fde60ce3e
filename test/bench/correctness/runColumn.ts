import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ATTRIBUTE, MONEY_SCOPE } from '@ai-finops/instrumentation/contract';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { startProviders } from '../../workload/providers/startProviders.ts';
import type { DecodedRecord } from '../../workload/sink/decodeRecords.ts';
import type { Case } from './case.ts';
import { judge } from './judge.ts';
import { startReceiver } from './receiver.ts';
import { startRecordedServer } from './recordedServer.ts';
import { sameForAll } from './sameForAll.ts';
import type { FromSubject } from './subjectMessage.ts';

export interface Column {
  /** A Node binary. */
  readonly node: string;
  readonly modules: 'ESM' | 'CJS';
  readonly isTapped: boolean;
  /** Intake that every OTLP request is passed on to. */
  readonly ledger: string | undefined;
}

export interface Outcome {
  /** What the application saw. */
  readonly saw: string;
  readonly wrong: readonly string[];
}

export interface ColumnResult {
  /** By name of the case. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Of all cases together. */
  readonly records: number;
  readonly nanoUsd: bigint;
}

const REGISTER = '@ai-finops/instrumentation/register';
/** The first segment of a recorded path names its provider. */
const RECORDED_PROVIDERS = ['openai', 'anthropic', 'azure.ai.openai', 'gcp.gemini', 'groq'];
/** A late booking is a wrong cell, not a hang. */
const PATIENCE_MS = 5000;

/** Runs all cases in one process of the given kind; what came of each. */
export async function runColumn(
  { node, modules, isTapped, ledger }: Column,
  cases: readonly Case[]
): Promise<ColumnResult> {
  const providers = await startProviders({ firstByteMs: 1, paceMs: 1 });
  const receiver = await startReceiver(ledger);
  const recorded = await startRecordedServer();
  const outcomes = new Map<string, Outcome>();
  let records = 0;
  let nanoUsd = 0n;
  const host = providers.url.replace('http://', '');
  const recordedHost = recorded.url.replace('http://', '');
  const places = [`${host}/openai=openai`, `${host}/anthropic=anthropic`];
  const recordedPlaces = RECORDED_PROVIDERS.map((name) => `${recordedHost}/${name}=${name}`);
  const child = fork(path.join(import.meta.dirname, modules === 'ESM' ? 'subject.mjs' : 'subject.cjs'), {
    execPath: node,
    execArgv: [
      '--expose-gc',
      '--disable-warning=ExperimentalWarning',
      ...(isTapped ? [modules === 'ESM' ? '--import' : '--require', REGISTER] : []),
    ],
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      AI_FINOPS_ENDPOINT: receiver.endpoint,
      AI_FINOPS_PROVIDERS: [...places, ...recordedPlaces].join(','),
      OTEL_BSP_SCHEDULE_DELAY: '50',
      BENCH_TAPPED: isTapped ? 'yes' : '',
      BENCH_OPENAI: providers.openaiUrl,
      BENCH_ANTHROPIC: providers.anthropicUrl,
      BENCH_RECORDED: recorded.url,
    },
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  const truth = () => [...providers.truth(), ...recorded.truth];
  const settle = async (asked: Case) => {
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline) {
      if (truth().length >= (asked.exchanges ?? 1) && (!isTapped || moneyOf(receiver.spans).length >= truth().length)) {
        // What comes twice, or should not come at all, comes a little later.
        await sleep(30);
        return;
      }
      await sleep(10);
    }
  };
  const hear = async (message: FromSubject) => {
    const asked = cases.find(({ name }) => name === message.name);
    if (asked !== undefined && message.kind === 'begin') {
      providers.clear();
      recorded.truth = [];
      recorded.answer = asked.answer;
      receiver.spans = [];
    } else if (asked !== undefined && message.kind === 'end') {
      await settle(asked);
      const wrong = [...message.strays, ...(isTapped ? judge(asked, truth(), receiver.spans) : [])];
      if (message.handlerErrors > 0) {
        wrong.push(`${message.handlerErrors} handler errors, the last: ${message.handlerError}`);
      }
      for (const { attributes } of moneyOf(receiver.spans)) {
        records += 1;
        nanoUsd += BigInt(Number(attributes.get(ATTRIBUTE.costNanoUsd) ?? 0));
      }
      outcomes.set(asked.name, { saw: sameForAll(message.saw), wrong });
    }
    child.send('go on', () => undefined);
  };
  child.on('message', (message) => void hear(message as FromSubject));
  const [code] = (await once(child, 'exit')) as [number | null];
  receiver.close();
  recorded.close();
  await providers.close();
  if (code !== 0) {
    throw new Error(`the ${modules} process on ${node} ended with code ${code} after ${outcomes.size} cases: ${said}`);
  }
  return { outcomes, records, nanoUsd };
}

function moneyOf(spans: readonly DecodedRecord[]): DecodedRecord[] {
  return spans.filter(({ scope }) => scope === MONEY_SCOPE);
}
