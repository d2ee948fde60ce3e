import { locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { of, throwError } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import {
  answerLedger,
  askedFor,
  closedBooks,
  type Reply,
  resetStage,
  stage,
  TODAY,
  YESTERDAY,
} from '../../components/frame/stage.fixture.tsx';
import { featureWorth, unitCost } from '../../data/economics.fixture.ts';
import { FeaturePage } from './FeaturePage.tsx';
import { TenantPage } from './TenantPage.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const record = (feature: string, more = {}) => ({ lever: 'prompt_caching', owner: 'Ana', feature, ...more });
const event = (id: string, state: string, said: object) => ({
  ...{ id, version: 1, state, action: 'create', at: '2026-11-20T09:00:00Z', by: { name: 'Ana' } },
  record: { date: isoDay(YESTERDAY), ...said },
});
const anomaly = (feature: string, isDismissed = false) => ({
  ...{ feature, team: 'Search', environment: 'production', since: isoDay(YESTERDAY), through: isoDay(YESTERDAY) },
  ...{ sentence: `${feature}: +38 %.`, nanoUsdPerDay: '41000000000', isDismissed, isWidespread: false },
  evidence: { days: [{ day: isoDay(YESTERDAY) }], parts: [] },
});
const HAPPENED = {
  events: {
    events: [
      event('yes', 'closed', record('search')),
      event('all', 'open', record('search', { lever: 'contract', feature: undefined })),
      event('gone', 'withdrawn', record('search', { lever: 'other' })),
      event('theirs', 'open', record('chat', { lever: 'batch_shifting' })),
    ],
    next: null,
  },
  anomalies: { anomalies: [anomaly('search'), anomaly('chat'), anomaly('search', true)] },
  marks: { marks: [], next: null },
  'prices/changes': { changes: [] },
};

function books(expr: string): Reply {
  return expr.includes('23h59m')
    ? [{ labels: { feature: 'search', tenant: 'acme' }, values: [[YESTERDAY, 1000]] }]
    : closedBooks(expr);
}

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/feature?var-feature=search');
  resetStage(books);
  answerLedger(HAPPENED);
});
afterEach(() => jest.restoreAllMocks());

const Feature = () => (
  <Routed>
    <FeaturePage prometheusUid={undefined} />
  </Routed>
);

test('marks what may have touched the feature on both charts, crowds as one; the ledger is asked for its days', async () => {
  render(<Feature />);
  const markers = await screen.findAllByRole('button', {
    name: 'Sun 22 Nov, 3 marks: 2 optimizations; anomaly, search: +38 %.',
  });
  expect(markers).toHaveLength(2);
  expect(markers[0]).toHaveTextContent('▼● 3');
  expect(screen.getByTestId('mark-legend')).toHaveTextContent('▼ optimization ● anomaly');
  expect(stage.told.find((url) => url.includes('prices/changes'))?.split('?')[1]).toBe(
    'from=2026-08-25&to=2026-11-22&environment=production&feature=search'
  );

  fireEvent.click(markers[0] as HTMLElement);
  const link = await screen.findByRole('link', { name: /contract · all AI cost, owner Ana/ });
  expect(link.getAttribute('href')).toContain('/a/aifinops-app/optimizations?event=all');
});

test('an outcome costs what page Value says; without a ledger it says that it is inference only', async () => {
  const units = (expr: string): Reply =>
    expr.includes('genai_daily_work_units')
      ? [{ values: [[TODAY, 1_000]] }]
      : expr.startsWith('sum(sum_over_time(genai_daily_feature_cost_usd')
        ? [{ values: [[TODAY, 254]] }]
        : books(expr);
  resetStage(units);
  answerLedger({
    ...HAPPENED,
    economics: { features: [featureWorth('search', { period: unitCost(289, 1_000) })], tenants: [] },
  });
  const { unmount } = render(<Feature />);
  await waitFor(() => expect(screen.getByTestId('named-value')).toHaveTextContent('$0.2891,000 units of work'));
  expect(screen.getByTestId('named-value')).not.toHaveTextContent('inference only');
  unmount();
  resetStage(units);
  render(<Feature />);
  await waitFor(() =>
    expect(screen.getByTestId('named-value')).toHaveTextContent('$0.2541,000 units of work, inference only')
  );
});

test('the table alternative says the same', async () => {
  locationService.replace('/a/aifinops-app/feature?var-feature=search&table=1');
  render(<Feature />);
  await screen.findByRole('columnheader', { name: 'What happened' });
  const row = screen.getByTestId('cost-per-day-table').querySelector('[data-day="2026-11-22"]') as HTMLElement;
  expect(row).toHaveTextContent('optimization: prompt caching · search, owner Ana');
  expect(within(row).getByRole('link', { name: /search: \+38 %/ })).toBeInTheDocument();
  expect(row).not.toHaveTextContent('chat');
  expect(row).not.toHaveTextContent('other');
});

test('says what is missing where the ledger fails; one that knows nothing of it marks nothing', async () => {
  stage.ledger = (url) =>
    url.includes('/prices/changes')
      ? throwError(() => ({ status: 500, data: { error: 'the books are away' } }))
      : of({ data: HAPPENED['anomalies'] });
  const { unmount } = render(<Feature />);
  expect(await screen.findByTestId('mark-legend')).toHaveTextContent('Not all that happened is marked');
  unmount();
  stage.ledger = () => throwError(() => ({ status: 404 }));
  render(<Feature />);
  await screen.findByTestId('trend-sentence');
  expect(screen.queryByTestId('mark-legend')).toBeNull();
  expect(screen.queryByRole('list', { name: 'What happened on these days' })).toBeNull();
});

test('models of a tenant are not known: prices are not asked for', async () => {
  locationService.replace('/a/aifinops-app/tenant?var-tenant=acme');
  render(
    <Routed>
      <TenantPage prometheusUid={undefined} />
    </Routed>
  );
  await screen.findByTestId('trend-sentence');
  await screen.findAllByRole('list', { name: 'What happened on these days' });
  expect(stage.told.some((url) => url.includes('prices/changes'))).toBe(false);
});

const BILL = [
  { labels: { provider: 'openai', month: '2026-10' }, values: [[TODAY, 1.1] as [number, number]] },
] satisfies Reply;
const billed = (expr: string): Reply => {
  if (expr === 'genai_provider_calibration_ratio') {
    return BILL;
  }
  const isCost = /^sum\(sum_over_time\(genai_daily_\w*cost_usd|^sum\(sum by \(provider\)/.test(expr);
  return isCost ? [{ values: [[TODAY, expr.includes('vector(1.1)') ? 110 : 100]] }] : books(expr);
};

test('a feature’s cost can be calibrated to the bill, and says by which; its calls can’t', async () => {
  locationService.replace('/a/aifinops-app/feature?var-feature=search&basis=bill');
  resetStage(billed);
  render(<Feature />);
  expect(await screen.findByText('$110.00', { selector: '[data-testid=named-cost-value]' })).toBeInTheDocument();
  expect(screen.getByTestId('named-cost')).toHaveTextContent('calibrated, bill of October 2026');
  expect(screen.getByTestId('basis-note')).toHaveTextContent('openai +10.0 % by its bill of October 2026');
  expect(askedFor().filter((expr) => /vector\(1.1\).*(requests|tokens)/.test(expr))).toEqual([]);
});

test('a tenant’s cost is calibrated by the ledger’s books, and says by which bill', async () => {
  locationService.replace('/a/aifinops-app/tenant?var-tenant=acme&basis=bill');
  resetStage(billed);
  const costs = [{ name: '', costNanoUsd: '123450000000' }];
  answerLedger({ costs: { costs, others: { names: 0, costNanoUsd: '0' }, tenantProvidersUnknownThrough: null } });
  render(
    <Routed>
      <TenantPage prometheusUid={undefined} />
    </Routed>
  );
  expect(await screen.findByText('$123.45', { selector: '[data-testid=named-cost-value]' })).toBeInTheDocument();
  expect(screen.getByTestId('named-cost')).toHaveTextContent('calibrated, bill of October 2026');
  expect(screen.getByTestId('basis-note')).toHaveTextContent('openai +10.0 % by its bill of October 2026');
  const asked = stage.told
    .filter((url) => url.includes('/costs?'))
    .map((url) => new URLSearchParams(url.split('?')[1]));
  expect(asked.filter((params) => params.has('tenant')).map((params) => params.get('tenant'))).toContain('acme');
});
