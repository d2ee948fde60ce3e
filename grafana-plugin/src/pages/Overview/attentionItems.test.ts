import { eachAlertOnce } from '../../data/eachAlertOnce.ts';
import { attentionItems } from './attentionItems.ts';

const nothing = {
  featureOwners: new Map<string, string>(),
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
    'search: model retires (warning)',
    'chat: model retires (warning)',
    'acme: quota hard exceeded (warning)',
    'acme: quota hard exceeded (warning)',
  ]);
  expect(new Set(items.map(({ id }) => id)).size).toBe(4);
});

test('alerts: the critical first, in their own words; none that only informs, none that a budget says better', () => {
  const fires = (alertname: string, severity: string, labels: Record<string, string>, summary?: string) => ({
    labels: { alertname, severity, ...labels },
    ...(summary !== undefined && { summary }),
  });
  const items = attentionItems(
    {
      ...nothing,
      budgets: [{ scope: 'feature', name: 'chat', owner: 'Ana', spent: 12, budget: 10 }],
      alerts: [
        fires('AIQualityBelowBar', 'warning', { feature: 'digest' }, 'Quality of digest is 0.75, below its bar'),
        fires('AIBudgetHalfUsed', 'info', { scope: 'team', name: 'find' }),
        fires('AIBudgetExceeded', 'critical', { scope: 'feature', name: 'chat', feature: 'chat' }),
        fires(
          'AIBudgetExceeded',
          'critical',
          { scope: 'tenant', name: 'acme' },
          'acme is over its AI budget: 123% of the month'
        ),
      ],
    },
    0
  );
  expect(items.map(({ subject, words }) => `${subject}: ${words}`)).toEqual([
    'acme: is over its AI budget: 123% of the month',
    'feature chat: The month is over its budget: $12.00 of $10.00, $2.00 too much.',
    'digest: Quality of digest is 0.75, below its bar',
  ]);
});
