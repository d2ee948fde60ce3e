import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { describe, test } from 'node:test';
import { ATTRIBUTE, SPAN_SCOPE } from '@ai-finops/instrumentation/contract';
import { node } from '../../provisioning/embedded/install.mjs';
import { Bench } from '../runtimes/Bench.ts';
import { recordLines, truthLines } from '../runtimes/bookLines.ts';
import { foreignCalls } from './foreignCalls.ts';

/*
 * Frameworks and SDKs that have spans of their own, beside a real OpenTelemetry SDK that exports to the same place as we:
 * one record an exchange, every span that stands for the same call marked, and nothing of ours in what providers receive.
 */
const OWN_SDK = ['--import', './test/frameworks/apps/telemetry.mjs'];
const OPENAI_6 = ['--require', './test/frameworks/openai-6-service/telemetry.cjs'];
const REGISTER = ['--import', '@ai-finops/instrumentation/register'];

interface Case {
  readonly name: string;
  readonly app: string;
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly exchanges: number;
  /** Spans of the framework that stand for a model call. */
  readonly spans: number;
}

const CASES: readonly Case[] = [
  { name: 'Anthropic’s own telemetry', app: 'apps/anthropicNative.mjs', exchanges: 3, spans: 3 },
  {
    name: 'Anthropic’s own telemetry switched off',
    app: 'apps/anthropicNative.mjs',
    env: { ANTHROPIC_OPEN_TELEMETRY: 'false' },
    exchanges: 3,
    spans: 0,
  },
  {
    name: 'Anthropic’s own telemetry, registered before the service’s SDK',
    app: 'apps/anthropicNative.mjs',
    flags: [...REGISTER, ...OWN_SDK],
    exchanges: 3,
    spans: 3,
  },
  { name: 'Vercel’s AI SDK with its telemetry', app: 'apps/aiSdk.mjs', exchanges: 4, spans: 4 },
  { name: 'LangChain', app: 'apps/langchain.mjs', exchanges: 4, spans: 0 },
  { name: 'OpenAI’s Agents', app: 'apps/agents.mjs', exchanges: 2, spans: 0 },
  {
    name: 'OpenTelemetry’s own openai instrumentation',
    app: 'openai-6-service/main.cjs',
    flags: [...OPENAI_6, ...REGISTER],
    exchanges: 2,
    spans: 2,
  },
];

async function runCase(bench: Bench, asked: Case, flags: readonly string[]) {
  const received: string[] = [];
  // Servers of this process: of all that arrives, what belongs to this case.
  const listener = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    if (request.socket.localPort === Number(new URL(bench.providers.url).port)) {
      const { baggage = '', tracestate = '' } = request.headers;
      received.push(`baggage=${String(baggage)} tracestate=${String(tracestate)}`);
    }
  };
  subscribe('http.server.request.start', listener);
  try {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: bench.sink.endpoint, ...asked.env };
    const finished = await bench.run(`test/frameworks/${asked.app}`, { nodePath: node, flags, env });
    return { ...finished, received };
  } finally {
    unsubscribe('http.server.request.start', listener);
  }
}

describe('frameworks', { concurrency: 2 }, () => {
  for (const asked of CASES) {
    test(asked.name, async () => {
      const bench = await Bench.start();
      try {
        const flags = asked.flags ?? [...OWN_SDK, ...REGISTER];
        const isOurs = (flag: string, index: number) => flag === REGISTER[1] || flags[index + 1] === REGISTER[1];
        const without = await runCase(
          bench,
          asked,
          flags.filter((flag, index) => !isOurs(flag, index))
        );
        assert.equal(without.code, 0, without.err);
        assert.equal(foreignCalls(bench.sink.spans).length, asked.spans, 'spans of the framework without us');
        bench.providers.clear();

        const spansBefore = bench.sink.spans.length;
        const { code, out, err, health, received } = await runCase(bench, asked, flags);
        assert.deepEqual({ code, out }, { code: 0, out: without.out }, err);
        assert.deepEqual(recordLines(bench.sink.records.values()), truthLines(bench.providers.truth()));
        assert.equal(bench.sink.records.size, asked.exchanges, 'one record an exchange');

        const spans = bench.sink.spans.slice(spansBefore);
        const superseded = foreignCalls(spans).map(({ attributes }) => attributes.get(ATTRIBUTE.superseded));
        assert.deepEqual(
          superseded,
          Array.from({ length: asked.spans }, () => true),
          'marks'
        );
        assert.equal(spans.filter(({ scope }) => scope === SPAN_SCOPE).length, asked.exchanges, 'shown spans');

        // What the SDKs pass on by themselves they pass on as before; there is nothing of ours.
        assert.deepEqual(received, without.received);
        assert.doesNotMatch(received.join('\n'), /finops/i);
        for (const { handlerErrors, lastHandlerError, pending, warnings, uncaptured } of health) {
          assert.equal(handlerErrors, 0, lastHandlerError);
          assert.deepEqual({ pending, warnings, uncaptured }, { pending: 0, warnings: [], uncaptured: [] });
        }
      } finally {
        await bench.end();
      }
    });
  }
});
