import { billOwners } from './billOwners.ts';
import { parseOwners } from './parseOwners.ts';

test('an account has an owner of its own, or its team’s; who answers for nothing is absent', () => {
  const owners = parseOwners({
    owner: { name: 'Mara' },
    teams: { Search: { owner: 'Jonas' }, Idle: {} },
    features: { search: { team: 'Search' }, digest: { owner: 'Noah' }, orphan: {} },
    accounts: { notebooks: { owner: 'Tom' }, ' batch ': { team: 'Search' }, old: { team: 'gone' } },
  });
  expect(billOwners(owners)).toEqual({
    total: 'Mara',
    accounts: new Map([
      ['notebooks', 'Tom'],
      ['batch', 'Jonas'],
    ]),
    features: new Map([
      ['search', 'Jonas'],
      ['digest', 'Noah'],
    ]),
    teams: new Map([['Search', 'Jonas']]),
  });
  expect(() => parseOwners({ accounts: { x: {} } })).toThrow(/accounts\.x/);
});
