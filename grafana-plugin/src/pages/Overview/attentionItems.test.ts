import { eachAlertOnce } from '../../data/eachAlertOnce.ts';
import { attentionItems } from './attentionItems.ts';

const nothing = {
  thresholds: new Map<string, number>(),
  budgets: [],
  monthDays: 3,
  unallocatedShare: 0,
  retryShare: 0,
  failures: [],
  alertsFrom: '',
};

test('an alert is one item for each feature or name it fires for, however many models are meant', () => {
  const fires = (labels: Record<string, string>) => ({
    labels: { alertname: 'AIModelRetires', severity: 'warning', ...labels },
  });
  const items = attentionItems(
    {
      ...nothing,
      alerts: eachAlertOnce([
        fires({ feature: 'search', model: 'a' }),
        fires({ feature: 'search', model: 'b' }),
        fires({ feature: 'chat', model: 'a' }),
        fires({ alertname: 'AIQuotaHardExceeded', scope: 'tenant', name: 'acme', period: 'day' }),
        fires({ alertname: 'AIQuotaHardExceeded', scope: 'feature', name: 'acme', period: 'day' }),
      ]),
    },
    0
  );
  expect(items.map(({ subject, words }) => `${subject}: ${words}`)).toEqual([
    'search: AIModelRetires fires (warning).',
    'chat: AIModelRetires fires (warning).',
    'acme: AIQuotaHardExceeded fires (warning).',
    'acme: AIQuotaHardExceeded fires (warning).',
  ]);
  expect(new Set(items.map(({ id }) => id)).size).toBe(4);
});
