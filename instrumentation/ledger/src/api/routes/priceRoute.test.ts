import { moneyRecord } from '../../store/moneyRecord.fixture.ts';
import { startApi } from '../liveApi.fixture.ts';

const NOON = Date.UTC(2025, 5, 20, 12);

test('changes of the models that were used, by whom they are asked for', async () => {
  const api = await startApi({ now: () => NOON });
  try {
    const call = (id: number, feature: string, model: string) =>
      moneyRecord(id, { startUs: NOON * 1_000 + id, dimensions: { feature, model } });
    api.keeper.book([[call(1, 'search', 'gpt-5-mini'), call(2, 'agent', 'o3'), call(3, 'agent', 'no-such-model')]]);
    const changesOf = async (query: string) => {
      const { json } = await api.get(`/api/v1/prices/changes${query}`);
      return (json as { changes: { day: string; model: string }[] }).changes.map(({ day, model }) => [day, model]);
    };
    expect(await changesOf('')).toEqual([['2025-06-10', 'o3']]);
    expect(await changesOf('?feature=agent')).toEqual([['2025-06-10', 'o3']]);
    expect(await changesOf('?feature=search')).toEqual([]);
    expect(await changesOf('?from=2025-06-11')).toEqual([]);
    expect(await changesOf('?to=2025-06-19')).toEqual([]);
  } finally {
    api.stop();
  }
});
