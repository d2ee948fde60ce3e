import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parseOwners } from '../ownership/parseOwners.ts';
import { eventDay } from '../store/eventDay.ts';
import type { ReadingBatch } from '../store/reading.ts';
import { createAskPrometheus, type AskPrometheus } from './askPrometheus.ts';
import { createOutsideReader, type ReadResult } from './createOutsideReader.ts';
import { readingSources } from './readingSource.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
const DAY_MS = 86_400_000;
const owners = parseOwners({
  features: { search: { unitOfWork: 'answer', outcomes: { promql: 'answers' }, activeUsers: { promql: 'users' } } },
  revenue: { promql: 'revenue' },
});

let now: number;
let asked: [string, number][];
let kept: ReadingBatch[];
let results: ReadResult[];
let problems: [string, string | undefined][];

beforeEach(() => {
  now = NOON;
  [asked, kept, results, problems] = [[], [], [], []];
});

const reader = (answer: (promql: string, day: number) => Awaited<ReturnType<AskPrometheus>>, from = owners) =>
  createOutsideReader({
    ask: async (promql, atSeconds) => {
      const day = atSeconds / 86_400 - 1;
      asked.push([promql, day - TODAY]);
      return answer(promql, day);
    },
    store: { read: async (batch) => void kept.push(batch) },
    sources: () => readingSources(from),
    firstDay: () => TODAY - 3,
    now: () => now,
    done: (result) => results.push(result),
    state: ({ kind }, problem) => problems.push([kind, problem]),
  });
const one = (value: string, labels = {}) => [{ labels, value }];

test('each day is read once a day, a gap each time, and what is late is taken', async () => {
  let late = 'NaN';
  const outside = reader((promql, day) =>
    promql === 'revenue' ? [] : one(promql === 'answers' && day === TODAY - 2 ? late : '10.4')
  );
  await outside.look();
  expect(asked.filter(([promql]) => promql === 'answers').map(([, day]) => day)).toEqual([-1, -2, -3]);
  expect(kept.flatMap(({ readings }) => readings).filter(({ kind }) => kind === 'outcome')).toEqual(
    [10n, undefined, 10n].map((amount, index) => ({
      ...{ day: TODAY - 1 - index, kind: 'outcome', feature: 'search', name: 'answer', amount },
    }))
  );
  asked = [];
  late = '7';
  await outside.look();
  expect(asked.filter(([promql]) => promql !== 'revenue')).toEqual([['answers', -2]]);
  asked = [];
  now += DAY_MS;
  await outside.look();
  expect(asked.filter(([promql]) => promql === 'users').map(([, day]) => day)).toEqual([0, -1, -2, -3]);
  expect(new Set(results)).toEqual(new Set(['read', 'gap']));
});

test('money is read to the nano-dollar, tenants by their label', async () => {
  await reader((promql) => (promql === 'revenue' ? one('1234.567891234', { tenant: 'acme' }) : [])).look();
  const [revenue] = kept.flatMap(({ readings }) => readings).filter(({ kind }) => kind === 'revenue');
  expect(revenue).toMatchObject({ name: 'acme', amount: 1_234_567_891_234n, day: TODAY - 1 });
});

test('a source that fails says why, and keeps none from being read', async () => {
  await reader((promql) => {
    if (promql === 'answers') {
      return [...one('1'), ...one('2')];
    }
    return promql === 'users' ? one('-4') : one('3');
  }).look();
  expect(problems).toEqual([
    ['outcome', '2 series, where one number is needed: write sum(…)'],
    ['users', '-4 is no amount of a day'],
    ['revenue', 'a series without the label tenant: write sum by (tenant) (…)'],
  ]);
  expect(kept).toEqual([]);
});

test('shortly after midnight the day before is not read yet', async () => {
  now = TODAY * DAY_MS + 300_000;
  await reader(() => one('1')).look();
  expect(asked.some(([, day]) => day === -1)).toBe(false);
});

describe('asking', () => {
  let server: Server;
  let reply: readonly [number, string];
  let heard: { authorization: string | undefined; body: string };
  beforeEach(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        heard = { authorization: request.headers.authorization, body };
        response.writeHead(reply[0]).end(reply[1]);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const ask = () =>
    createAskPrometheus(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      'secret',
      new AbortController().signal
    )('sum(x{a="b"})', 1_700);

  test('a vector and a scalar, as of a moment, with a token', async () => {
    reply = [
      200,
      '{"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":"b"},"value":[1,"2.5"]}]}}',
    ];
    expect(await ask()).toEqual([{ labels: { a: 'b' }, value: '2.5' }]);
    expect(heard).toEqual({ authorization: 'Bearer secret', body: 'query=sum%28x%7Ba%3D%22b%22%7D%29&time=1700' });
    reply = [200, '{"status":"success","data":{"resultType":"scalar","result":[1,"7"]}}'];
    expect(await ask()).toEqual([{ labels: {}, value: '7' }]);
  });

  test('what Prometheus says is wrong, and what is no Prometheus', async () => {
    reply = [400, '{"status":"error","errorType":"bad_data","error":"parse error: unexpected }"}'];
    await expect(ask()).rejects.toThrow('parse error: unexpected }');
    for (const text of ['<html>', '{"status":"success","data":{"resultType":"matrix","result":[]}}', '']) {
      reply = [200, text];
      await expect(ask()).rejects.toThrow('is it a Prometheus?');
    }
  });
});
