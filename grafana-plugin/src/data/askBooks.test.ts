import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { dearest } from '../queries/dearest.ts';
import { askAt, askDaily } from '../queries/question.ts';
import { askBooks } from './askBooks.ts';
import { askLedger } from './askLedger.ts';

jest.mock('./askLedger.ts', () => ({ askLedger: jest.fn() }));
const asked = jest.mocked(askLedger);

const LAST = Date.UTC(2026, 10, 22);
const scope = { calibration: [{ provider: 'openai', month: '2026-10', ratio: 1.1, earlier: [] }] };
const byTenant = closes('cost', scope, { last: LAST }, ['tenant']);
const answer = {
  costs: [{ name: 'acme', costNanoUsd: '1500000000', days: [{ day: '2026-11-22', costNanoUsd: '1500000000' }] }],
  others: { names: 2, costNanoUsd: '250000000' },
  tenantProvidersUnknownThrough: null,
};

beforeEach(() => asked.mockReset().mockResolvedValue({ kind: 'value', value: answer }));

test('calibrated tenants come from the books as series do, what is not listed as other', async () => {
  const acme = { labels: { tenant: 'acme' }, points: [{ atMs: LAST, value: 1.5 }] };
  const other = { labels: { tenant: 'other' }, points: [{ atMs: LAST, value: 0.25 }] };
  const drawn = closes('cost', scope, { each: { firstDay: LAST, lastDay: LAST } }, ['tenant']);
  const { days: _, ...whole } = answer.costs[0] ?? { name: '', costNanoUsd: '' };
  const otherDays = { ...answer.others, days: [{ day: '2026-11-22', costNanoUsd: '250000000' }] };
  asked.mockResolvedValueOnce({ kind: 'value', value: { ...answer, others: otherDays } });
  expect(await askBooks(askDaily(drawn, LAST, LAST))).toMatchObject({ kind: 'value', value: [acme, other] });
  asked.mockResolvedValueOnce({ kind: 'value', value: { ...answer, costs: [whole] } });
  expect(await askBooks(askAt(byTenant, LAST + DAY_MS))).toMatchObject({ kind: 'value', value: [acme, other] });
  expect(await askBooks(askAt(dearest(byTenant, 1), LAST + DAY_MS))).toMatchObject({ kind: 'value', value: [acme] });
  expect(asked.mock.lastCall?.[1]).toMatchObject({ by: 'tenant', limit: '1', calibration: ['openai:1.100000000000'] });
});

test('no ledger, a failing one and a strange answer are told apart', async () => {
  const question = askAt(byTenant, LAST);
  asked.mockResolvedValueOnce({ kind: 'absent' });
  expect(await askBooks(question)).toMatchObject({ kind: 'unkept', words: expect.stringContaining('no ledger') });
  asked.mockResolvedValueOnce({ kind: 'failed', words: 'too busy' });
  expect(await askBooks(question)).toMatchObject({ kind: 'failed', words: 'too busy' });
  asked.mockResolvedValueOnce({ kind: 'value', value: null });
  expect(await askBooks(question)).toMatchObject({ kind: 'failed' });
});
