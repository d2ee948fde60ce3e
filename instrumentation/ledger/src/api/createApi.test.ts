import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Closer } from '../closes/createCloser.ts';
import { eventDay, type EventDay } from '../store/eventDay.ts';
import type { AnomalyRow, OpenAnomalyRow } from '../store/anomalyRow.ts';
import { createApi } from './createApi.ts';

const NOW = Date.UTC(2026, 10, 22, 13);
const TODAY = eventDay(NOW);
let server: Server;
let url: string;
let closedThrough: EventDay[];

const day = (offset: number, costNanoUsd: bigint): AnomalyRow => ({
  day: TODAY + offset,
  feature: 'search',
  team: 'Search',
  environment: 'production',
  since: TODAY - 3,
  costNanoUsd,
  expectedNanoUsd: 100n,
  score: 6,
  channel: 'cost',
  windowDays: 1,
  isDismissed: false,
  isWidespread: false,
  sentence: `search on day ${offset}`,
  parts: [{ kind: 'retries', nanoUsd: '29', sentence: 'Retries tripled: +$29 a day' }],
});
const found = [day(-3, 150n), day(-2, 160n)];
let open: OpenAnomalyRow[] = [];

beforeEach(async () => {
  closedThrough = [];
  open = [];
  const closer: Closer = {
    tick: async () => [],
    scheduled: () => [{ day: TODAY - 1, atMs: NOW + 60_000 }],
    closeThrough: async (through) => {
      closedThrough.push(through);
      return [through];
    },
    written: async () => Buffer.alloc(0),
  };
  const api = createApi({
    anomalies: { anomalies: (from, to) => found.filter(({ day }) => day >= from && day <= to) },
    askBills: () => Promise.reject(new Error('nothing is asked here')),
    openAnomalies: () => open,
    closer,
    now: () => NOW,
    prices: createPriceBook(),
    ask: () => Promise.reject(new Error('nothing is asked here')),
    store: {
      read: () => Promise.reject(new Error('nothing is read here')),
      record: () => Promise.reject(new Error('nothing is recorded here')),
      books: {
        days: () => [
          { day: TODAY - 2, firstArrivalMs: 0, lastArrivalMs: 0, closedMs: 1 },
          { day: TODAY, firstArrivalMs: 0, lastArrivalMs: 0, closedMs: undefined },
        ],
        dayTotals: () => [],
        dimensions: () => [],
        totals: () => [],
        onDay: () => [],
        costSince: () => [],
        componentTotals: () => [],
        componentsOnDay: () => [],
        tenantsOnDay: () => [],
        durations: () => [],
        workSeries: () => [],
        workOnDay: () => [],
      },
    },
  });
  server = createServer(api);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const close = (body: string, contentType = 'application/json') =>
  fetch(`${url}/api/v1/closes`, { method: 'POST', body, headers: { 'content-type': contentType } });

test('says which days are to close and when', async () => {
  expect(await (await fetch(`${url}/api/v1/closes`)).json()).toEqual({
    closedThrough: '2026-11-20',
    closing: [{ day: '2026-11-21', due: '2026-11-22T13:01:00.000Z' }],
  });
});

test('closes through a day, and only for JSON that names one', async () => {
  expect(await (await close('{"through":"2026-11-21"}')).json()).toEqual({ closed: ['2026-11-21'] });
  for (const body of ['', '{}', '[]', 'null', '{"through":"2026-02-30"}', '{"through":7}', 'x'.repeat(100_000)]) {
    expect((await close(body)).status).toBe(400);
  }
  expect((await close('{"through":"2026-11-21"}', 'text/plain')).status).toBe(415);
  expect(closedThrough).toEqual([TODAY - 1]);
});

test('tells anomalies as incidents, with the days and parts behind them', async () => {
  const listed = await (await fetch(`${url}/api/v1/anomalies?from=2026-11-01&to=2026-11-22`)).json();
  expect(listed).toEqual({
    anomalies: [
      expect.objectContaining({
        feature: 'search',
        team: 'Search',
        environment: 'production',
        since: '2026-11-19',
        through: '2026-11-20',
        nanoUsdPerDay: '55',
        sentence: 'search on day -2',
        state: 'closed',
        isDismissed: false,
        evidence: {
          days: [
            expect.objectContaining({ day: '2026-11-19', costNanoUsd: '150', expectedNanoUsd: '100' }),
            expect.objectContaining({ day: '2026-11-20' }),
          ],
          parts: found[1]?.parts,
        },
      }),
    ],
  });
  expect(await (await fetch(`${url}/api/v1/anomalies?to=2026-11-18`)).json()).toEqual({ anomalies: [] });
  expect((await fetch(`${url}/api/v1/anomalies?from=yesterday`)).status).toBe(400);
});

test('an incident that goes on today is open, and so is one that begins', async () => {
  const atMs = NOW - 60_000;
  open = [
    { ...day(0, 190n), since: TODAY - 3, atMs, sentence: 'search so far' },
    { ...day(0, 130n), since: TODAY, feature: 'chat', atMs },
  ];
  const { anomalies } = (await (await fetch(`${url}/api/v1/anomalies`)).json()) as { anomalies: object[] };
  expect(anomalies).toEqual([
    expect.objectContaining({
      ...{ feature: 'search', state: 'open', until: new Date(atMs).toISOString(), sentence: 'search so far' },
      // A day is a whole one, where there is one.
      ...{ since: '2026-11-19', through: '2026-11-22', nanoUsdPerDay: '55' },
    }),
    expect.objectContaining({ feature: 'chat', state: 'open', since: '2026-11-22', nanoUsdPerDay: '30' }),
  ]);
  const past = await (await fetch(`${url}/api/v1/anomalies?to=2026-11-21`)).json();
  expect(past).toEqual({ anomalies: [expect.objectContaining({ state: 'closed', sentence: 'search on day -2' })] });
});

test('serves nothing else', async () => {
  for (const path of ['/', '/metrics', '/api/v1', '/api/v1/', '/api/v1/constructor', '/__proto__']) {
    expect((await fetch(url + path)).status).toBe(404);
  }
  const put = await fetch(`${url}/api/v1/closes`, { method: 'PUT' });
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
  expect((await fetch(`${url}/api/v1/export/openmetrics?from=x`)).status).toBe(400);
});

test('a path that climbs is refused as it came', async () => {
  const answer = request(url, { path: '/api/v1/x/../days' }).end();
  const [response] = (await once(answer, 'response')) as [{ statusCode: number; resume(): void }];
  response.resume();
  expect(response.statusCode).toBe(400);
});
