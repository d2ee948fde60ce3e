import { anomalyItem } from './anomalyItem.ts';

const DAY = Date.parse('2026-11-27');
const anomaly = {
  ...{ feature: 'search', team: 'find', environment: 'production', since: '2026-11-17', through: '2026-11-27' },
  ...{ usdPerDay: 41, sentence: 'search: +38 % since Tue 17 Nov.', isOpen: false, isDismissed: false, days: [] },
};

test('says what is unusual once, and whom it concerns, where somebody answers for the feature', () => {
  const owners = new Map([['search', 'Jonas Weber']]);
  expect(anomalyItem(anomaly, DAY, owners)).toMatchObject({
    ...{ subject: 'search', words: '+38 % since Tue 17 Nov.', owner: 'Jonas Weber', isOver: true },
  });
  expect(anomalyItem({ ...anomaly, feature: 'chat' }, DAY, owners).owner).toBeUndefined();
  expect(anomalyItem(anomaly, DAY, undefined).owner).toBeUndefined();
});
