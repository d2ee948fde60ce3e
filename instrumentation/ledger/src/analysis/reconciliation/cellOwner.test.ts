import type { BillOwners } from './billOwners.ts';
import { cellOwner } from './cellOwner.ts';

const owners: BillOwners = {
  total: 'Mara',
  accounts: new Map([['notebooks', 'Tom']]),
  features: new Map([
    ['search', 'Jonas'],
    ['digest', 'Noah'],
  ]),
  teams: new Map([['support', 'Priya']]),
};
const use = (feature: string, account: string, model: string, team = 'documents') => ({
  ...{ provider: 'openai', feature, account, model, team },
});
const uses = [
  use('search', 'main', 'gpt-5.4'),
  use('digest', 'main', 'gpt-5-mini'),
  use('assistant', 'support', 'gpt-5-mini', 'support'),
  use('tagging', 'support', 'gpt-5-mini', 'support'),
  use('unallocated', 'other', 'gpt-5.4', 'unallocated'),
];
const of = (account: string | undefined, model: string | undefined, names = owners) =>
  cellOwner({ account, model }, uses, names);

test('an account’s owner before anybody’s', () => {
  expect(of('notebooks', 'gpt-5.4')).toBe('Tom');
  expect(of('main', 'gpt-5.4', { ...owners, accounts: new Map([['main', 'Tom']]) })).toBe('Tom');
});

test('a feature’s owner, or its team’s, where all calls of the cell are theirs', () => {
  expect(of('main', 'gpt-5.4')).toBe('Jonas');
  expect(of('support', undefined)).toBe('Priya');
});

test('what is several people’s, nobody’s, or of no call, is whoever answers for all', () => {
  expect(of('main', undefined)).toBe('Mara');
  expect(of(undefined, 'gpt-5.4')).toBe('Mara');
  expect(of('other', 'gpt-5.4')).toBe('Mara');
  expect(of('elsewhere', 'gpt-9')).toBe('Mara');
  expect(of('elsewhere', 'gpt-9', { ...owners, total: undefined })).toBeUndefined();
});
