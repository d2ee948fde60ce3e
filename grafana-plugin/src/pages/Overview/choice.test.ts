import { chooseEnvironment } from './chooseEnvironment.ts';
import { readOverviewUrl } from './readOverviewUrl.ts';

test('starts at production where there is one, else at all', () => {
  expect(chooseEnvironment(undefined, ['production', 'staging'])).toBe('production');
  expect(chooseEnvironment(undefined, ['prod-eu', 'staging'])).toBeUndefined();
  expect(chooseEnvironment('', ['production'])).toBeUndefined();
  expect(chooseEnvironment('staging', ['production'])).toBe('staging');
});

test('reads the choice from the URL, and takes what makes no sense as not said', () => {
  expect(readOverviewUrl('?environment=staging&days=90&by=team&sort=name')).toEqual({
    environment: 'staging',
    days: 90,
    by: 'team',
    sort: 'name',
  });
  expect(readOverviewUrl('?days=7&by=model')).toEqual({
    environment: undefined,
    days: 30,
    by: 'feature',
    sort: '-cost',
  });
});
