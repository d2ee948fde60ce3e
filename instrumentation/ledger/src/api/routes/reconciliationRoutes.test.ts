import { parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import { parseOwners } from '../../ownership/parseOwners.ts';
import { eventDay } from '../../store/eventDay.ts';
import { moneyRecord } from '../../store/moneyRecord.fixture.ts';
import { startApi, type LiveApi } from '../liveApi.fixture.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const ratesPerMillion = { input: '0.1', cache_read: '0.1', output: '0.3', reasoning: '0.3' };

let api: LiveApi;

beforeAll(async () => {
  api = await startApi({
    now: () => NOON,
    overlay: parsePriceOverlay({ selfHosted: [{ provider: 'vllm', model: 'qwen', ratesPerMillion }] }),
    owners: () =>
      parseOwners({
        owner: { name: 'Mara Lindt' },
        teams: { Search: { owner: 'Jonas Weber' } },
        features: { search: { team: 'Search' } },
        accounts: { notebooks: { owner: 'Tom Okafor' } },
      }),
  });
  const call = (id: number, provider: string, model: string, account = 'main') =>
    moneyRecord(id, { dimensions: { provider, model, account } });
  api.keeper.book([
    [
      call(1, 'openai', 'gpt-5-mini'),
      call(2, 'vllm', 'qwen'),
      call(3, 'vllm', 'free-of-rates'),
      call(4, 'ollama', 'free-of-rates'),
      call(5, 'anthropic', 'claude-haiku-4-5'),
    ],
  ]);
  api.keeper.close([eventDay(NOON)]);
  const charge = {
    ...{ day: '2026-11-22', provider: 'openai', description: 'x', model: 'gpt-5-mini', category: 'usage' as const },
    ...{ effectiveNanoUsd: 10n ** 9n, billedNanoUsd: 10n ** 9n },
  };
  const { model: _model, ...tax } = { ...charge, category: 'tax' as const };
  const lines = [{ ...charge, account: 'main' }, { ...charge, account: 'notebooks' }, tax];
  api.bills.keep({ provider: 'openai', month: '2026-11', lines }, { state: 'final', source: 'x.csv', nowMs: NOON });
});
afterAll(() => api.stop());

interface Answer {
  readonly owner: string | null;
  readonly providers: readonly {
    readonly cells: readonly {
      readonly account: string | null;
      readonly owner: string | null;
      readonly parts: readonly { readonly needsAction: boolean }[];
    }[];
    readonly charges: readonly { readonly needsAction: boolean }[];
  }[];
  readonly withoutBill: readonly { readonly provider: string; readonly isSelfHosted: boolean }[];
}

test('each cell has somebody to ask; tax and the like need nobody', async () => {
  const { owner, providers } = (await api.get('/api/v1/reconciliation?month=2026-11')).json as Answer;
  const [openai] = providers;
  expect(owner).toBe('Mara Lindt');
  expect(openai?.cells.map(({ account, owner: own }) => [account, own]).sort()).toEqual([
    ['main', 'Jonas Weber'],
    ['notebooks', 'Tom Okafor'],
  ]);
  expect(openai?.cells.flatMap(({ parts }) => parts).every(({ needsAction }) => needsAction)).toBe(true);
  expect(openai?.charges.map(({ needsAction }) => needsAction)).toEqual([false]);
});

test('without a bill is what cost something; a model of one’s own needs none', async () => {
  const { withoutBill } = (await api.get('/api/v1/reconciliation?month=2026-11')).json as Answer;
  const named = withoutBill.map(({ provider, isSelfHosted }) => [provider, isSelfHosted]).sort();
  expect(named).toEqual([
    ['anthropic', false],
    ['vllm', true],
  ]);
});
