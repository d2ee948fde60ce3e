import { parseOwners } from '../ownership/parseOwners.ts';
import { retirements } from './retirements.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const openai = (model: string) => ({ provider: 'openai', model });
const { models } = parseOwners({
  models: [
    { ...openai('gpt-5-mini'), approved: true },
    { ...openai('gpt-5'), retires: '2027-06-30' },
    { ...openai('mine'), retires: '2026-11-21' },
    { ...openai('today'), retires: '2026-11-22' },
  ],
});

test('models in use with the day that counts, whose word it is, and whether it is past', () => {
  const used = ['gpt-5-mini', 'gpt-5', 'mine', 'today', 'gpt-5.4', 'no-such-model'].map(openai);
  const found = retirements(used, models, NOW);
  expect(found.map(({ model, retires, isPast, announced }) => [model, retires, isPast, announced?.retires])).toEqual([
    ['mine', '2026-11-21', true, undefined],
    ['today', '2026-11-22', false, undefined],
    ['gpt-5-mini', '2026-12-11', false, '2026-12-11'],
    ['gpt-5', '2027-06-30', false, '2026-12-11'],
  ]);
  expect(found.find(({ model }) => model === 'gpt-5')?.announced).toMatchObject({
    read: expect.stringMatching(/^2026-/) as string,
    source: expect.stringMatching(/^https:/) as string,
  });
  expect(found.find(({ model }) => model === 'mine')?.isDeprecated).toBeUndefined();
});

test('a model that the price catalogue calls deprecated is told of without a day', () => {
  const used = [{ provider: 'moonshot_ai', model: 'kimi-k2-thinking' }];
  expect(retirements(used, [], NOW)).toEqual([
    { ...used[0], retires: undefined, isPast: false, announced: undefined, isDeprecated: true },
  ]);
});
