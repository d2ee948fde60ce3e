import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BillBooks } from '../billBooks.ts';
import { fetchBill, type BillApi } from './fetchBill.ts';

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

const KEY = 'sk-admin-secret-0123456789';
const NAMES = {
  accounts: new Map([
    ['proj_a', 'web'],
    ['key_x', 'notebooks'],
  ]),
  model: (_: string, model: string) => model,
  rate: () => undefined,
};
const DAY = Date.UTC(2026, 8, 1) / 1_000;
const last = (results: unknown, start_time = DAY) => ({
  data: [{ start_time, results }],
  has_more: false,
  next_page: null,
});
const cost = (value: number | string, rest = {}) => ({
  amount: { value, currency: 'usd' },
  line_item: 'gpt-5-mini, cached input',
  project_id: 'proj_a',
  ...rest,
});

describe('fetchBill', () => {
  let server: Server;
  let answer: (url: URL, request: IncomingMessage, call: number) => Answer;
  let calls: URL[];
  let pauses: number[];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      calls.push(url);
      const { status = 200, headers, body } = answer(url, request, calls.length);
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => ([calls, pauses] = [[], []]));

  const fetched = (api: BillApi, now = '2026-11-01', key = KEY) =>
    fetchBill(api, '2026-09', {
      key,
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      names: NAMES,
      nowMs: Date.parse(now),
      pause: (ms) => Promise.resolve(pauses.push(ms)),
    });

  it('reads every page of OpenAI’s costs, with quantities, to the nano-USD', async () => {
    answer = (url, { headers }) => {
      expect(headers.authorization).toBe(`Bearer ${KEY}`);
      return url.searchParams.get('page') === 'p2'
        ? { body: last([cost('1.5', { line_item: null, project_id: null })], DAY + 86_400) }
        : {
            body: {
              data: [{ start_time: DAY, results: [cost(0.1 + 0.2, { quantity: 1.5, quantity_unit: '1000_tokens' })] }],
              has_more: true,
              next_page: 'p2',
            },
          };
    };
    const { month, state } = await fetched('openai');
    expect(state).toBe('final');
    expect(month.lines).toMatchObject([
      { day: '2026-09-01', account: 'web', component: 'cache_read', quantity: 1_500n, billedNanoUsd: 300_000_000n },
      { day: '2026-09-02', description: 'no line item', billedNanoUsd: 1_500_000_000n },
    ]);
    expect(month.lines[1]).not.toHaveProperty('account');
    expect(calls[0]?.searchParams.getAll('group_by[]')).toEqual(['project_id', 'line_item', 'api_key_id']);
  });

  it('takes the account of a key before that of its project, and adds up keys that have none', async () => {
    const of = { project_id: 'proj_b', quantity: 1, quantity_unit: 'tokens' };
    answer = () => ({
      body: last([null, 'key_x', 'key_y', 'key_z'].map((api_key_id) => cost(1, { ...of, api_key_id }))),
    });
    expect(
      (await fetched('openai')).month.lines.map(({ account, quantity, billedNanoUsd }) => [
        account,
        quantity,
        billedNanoUsd,
      ])
    ).toEqual([
      ['proj_b', 3n, 3_000_000_000n],
      ['notebooks', 1n, 1_000_000_000n],
    ]);
  });

  it.each([[null], [[]], [[{ amount: null, line_item: null, project_id: null }]]])(
    'takes a bucket of %j for no charge',
    async (results) => {
      answer = () => ({ body: last(results) });
      expect((await fetched('openai')).month).toEqual({ provider: 'openai', month: '2026-09', lines: [] });
    }
  );

  it('refuses a named charge without amount, a charge of another month and pages that repeat', async () => {
    answer = () => ({ body: last([{ ...cost(1), amount: null }]) });
    await expect(fetched('openai')).rejects.toThrow('without an amount');
    answer = () => ({ body: last([cost(1)], DAY - 1) });
    await expect(fetched('openai')).rejects.toThrow('answered a charge of 2026-08-31');
    answer = () => ({ body: { data: [], has_more: true, next_page: 'same' } });
    await expect(fetched('openai')).rejects.toThrow('has more pages');
  });

  it('waits as long as a busy API says', async () => {
    answer = (_url, _request, call) =>
      call === 1 ? { status: 429, headers: { 'retry-after': '7' } } : { body: last([cost(1)]) };
    expect((await fetched('openai')).month.lines).toHaveLength(1);
    expect(pauses).toEqual([7_000]);
  });

  it('gives up after five failures, and after one refusal, without the key in the error', async () => {
    answer = () => ({ status: 503, body: KEY });
    await expect(fetched('openai')).rejects.toThrow('/v1/organization/costs answered 503, 5 times');
    expect([calls.length, pauses]).toEqual([5, [1_000, 2_000, 4_000, 8_000]]);
    for (const status of [401, 403]) {
      calls = [];
      answer = () => ({ status, body: `Incorrect key ${KEY}` });
      const error: unknown = await fetched('openai').catch((reason: unknown) => reason);
      expect(String(error)).toContain(`answered ${status}: OPENAI_ADMIN_KEY has to be an admin key`);
      expect(String(error)).not.toContain(KEY);
      expect(calls).toHaveLength(1);
    }
    await expect(fetched('openai', undefined, `${KEY}\nx`)).rejects.not.toThrow(KEY);
  });

  it.each([
    ['2026-09-30T23:59:59Z', 'open'],
    ['2026-10-01T00:00:00Z', 'provisional'],
    ['2026-10-05T23:59:59Z', 'provisional'],
    ['2026-10-06T00:00:00Z', 'final'],
  ])('at %s a September is %s', async (now, state) => {
    answer = () => ({ body: last([]) });
    expect((await fetched('openai', now)).state).toBe(state);
  });

  it('keeps no revision of the same month again, and one of a late correction', async () => {
    const books = new BillBooks(':memory:');
    const keep = async () => {
      const { month, state } = await fetched('openai');
      return books.keep(month, { state, source: 'api', nowMs: 1 });
    };
    answer = () => ({ body: last([cost(1)]) });
    expect([await keep(), await keep()]).toEqual([true, false]);
    answer = () => ({ body: last([cost(0.9)]) });
    expect(await keep()).toBe(true);
    expect(books.revisions().flatMap((one) => books.lines(one).map((line) => line.billedNanoUsd))).toEqual([
      1_000_000_000n,
      900_000_000n,
    ]);
    books.close();
  });

  it('reads Anthropic’s cents with the list price', async () => {
    const group = { model: 'claude-opus-4-8', workspace_id: 'w', cost_type: 'tokens', token_type: 'output_tokens' };
    const money = { amount: '123.45', list_amount: '200', currency: 'USD' };
    answer = () => ({ body: { data: [{ starting_at: '2026-09-01T00:00:00Z', group, cost: money }], has_more: false } });
    expect((await fetched('anthropic')).month.lines).toMatchObject([
      {
        account: 'w',
        component: 'output',
        tier: 'default',
        listNanoUsd: 2_000_000_000n,
        billedNanoUsd: 1_234_500_000n,
      },
    ]);
  });

  it.each([403, 404])('after a %i of analytics reads the admin reports, with quantities', async (status) => {
    const of = { model: 'claude-opus-4-8', workspace_id: null, service_tier: 'standard' };
    const report = (result: object) => ({
      body: { data: [{ starting_at: '2026-09-01T00:00:00Z', results: [result] }], has_more: false, next_page: null },
    });
    answer = ({ pathname }) =>
      pathname.endsWith('/analytics/cost')
        ? { status }
        : pathname.endsWith('/cost_report')
          ? report({
              ...of,
              amount: '50',
              currency: 'USD',
              description: 'x',
              cost_type: 'tokens',
              token_type: 'cache_creation.ephemeral_1h_input_tokens',
            })
          : report({ ...of, cache_creation: { ephemeral_1h_input_tokens: 77 } });
    expect((await fetched('anthropic')).month.lines).toMatchObject([
      { component: 'cache_write_1h', quantity: 77n, unit: 'tokens', billedNanoUsd: 500_000_000n },
    ]);
  });

  it('does not fall back on a key that is no key', async () => {
    answer = () => ({ status: 401 });
    await expect(fetched('anthropic')).rejects.toThrow('ANTHROPIC_ADMIN_KEY');
    expect(calls).toHaveLength(1);
  });
});
