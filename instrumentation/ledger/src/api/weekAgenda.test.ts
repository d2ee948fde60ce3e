import { moneyWords } from '../analysis/whatChanged/moneyWords.ts';
import { parseOwners } from '../ownership/parseOwners.ts';
import { dayText } from '../store/dayText.ts';
import { DAY_MS } from '../store/eventDay.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { parseWeek } from '../store/parseWeek.ts';
import { workRecord } from '../store/workRecord.fixture.ts';
import { startApi } from './liveApi.fixture.ts';

const MONDAY = parseWeek('2026-W47') ?? 0;
const owners = parseOwners({
  features: { search: { unitOfWork: 'answer', valuePerUnit: '0.0000001' } },
  monthlyCosts: [{ line: 'vector storage', usd: '30', features: { search: '100' } }],
});

interface Review {
  readonly agenda: readonly { readonly id: string; readonly sentences: readonly string[] }[];
}
interface Economics {
  readonly features: readonly {
    readonly losing: { readonly since: string; readonly nanoUsdPerMonth: string } | null;
  }[];
}

test.each([
  ['a whole week', 7],
  ['a week that runs', 3],
])('of %s, the agenda says what page Value says of the same 30 days and all environments', async (_, closed) => {
  const [today, last] = [MONDAY + closed, MONDAY + closed - 1];
  const api = await startApi({ now: () => today * DAY_MS + 1, owners: () => owners });
  try {
    // Longer than anybody looks back, so that it shows how far that is.
    const days = Array.from({ length: 99 }, (_unused, index) => last - index);
    const calls = days.map((day) =>
      moneyRecord(day, { startUs: (day * DAY_MS + DAY_MS / 2) * 1_000, dimensions: { environment: `env-${day % 2}` } })
    );
    const work = days.map((day) =>
      workRecord(day, { atUs: (day * DAY_MS + DAY_MS / 2) * 1_000, labels: { feature: 'search', name: 'answer' } })
    );
    api.keeper.book([calls], [{ work }]);
    api.keeper.close(days);
    const { agenda } = (await api.get('/api/v1/review?week=2026-W47')).json as Review;
    const range = `from=${dayText(last - 29)}&to=${dayText(last)}`;
    const { features } = (await api.get(`/api/v1/economics?${range}`)).json as Economics;
    const { since, nanoUsdPerMonth } = features[0]?.losing ?? { since: '', nanoUsdPerMonth: '0' };
    expect(since).toBe(dayText(last - 96));
    const perMonth = moneyWords(Number(nanoUsdPerMonth)).replace('+', '');
    const said = agenda.find(({ id }) => id === 'economics')?.sentences;
    expect(said).toHaveLength(1);
    expect(said?.[0]).toContain(
      `search: loses ${perMonth} a month since ${since} or earlier, all environments through ${dayText(last)}; `
    );
  } finally {
    api.stop();
  }
});
