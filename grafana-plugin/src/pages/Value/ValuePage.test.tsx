import { config, locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { of, throwError } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import {
  answerLedger,
  closedBooks,
  type Reply,
  resetStage,
  stage,
  TODAY,
} from '../../components/frame/stage.fixture.tsx';
import { featureWorth, nanoText, unitCost, userCost, worthOfUsd } from '../../data/economics.fixture.ts';
import type { Economics, TenantEconomics } from '../../data/economics.ts';
import { ValuePage } from './ValuePage.tsx';
import { worthOf } from './worthOf.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const losing = { since: '2026-11-02', isSinceStart: false, nanoUsdPerMonth: nanoText(412) };
const tagging = featureWorth('tagging', {
  ...{ period: unitCost(410, 1_000), week: unitCost(102.5, 250), margin: worthOfUsd(300, 410, 1_000), losing },
  ...{ quality: { mean: 0.81, count: 40, bar: 0.85 }, gapDays: 2, unitSince: '2026-10-10', unitBefore: 'tag' },
});
const digest = featureWorth('digest', {
  ...{ unit: null, period: unitCost(0, 0), week: unitCost(0, 0), weekBefore: unitCost(0, 0), margin: null },
});
const tenant = (name: string, more: Partial<TenantEconomics> = {}): TenantEconomics => ({
  ...{ tenant: name, costNanoUsd: nanoText(40), revenueNanoUsd: nanoText(90), marginNanoUsd: nanoText(50) },
  ...{ losing: null, daysWithoutRevenue: 0 },
  ...more,
});
const economics: Economics = {
  ...{ from: '2026-10-24', to: '2026-11-22', features: [tagging, featureWorth('search'), digest] },
  tenants: [
    tenant('acme', {
      revenueNanoUsd: nanoText(10),
      marginNanoUsd: nanoText(-30),
      losing: { ...losing, isSinceStart: true },
    }),
    tenant('beta'),
    tenant('gamma', { revenueNanoUsd: null, marginNanoUsd: null }),
  ],
  userCosts: { current: userCost({ users: '500', perUserUsd: 4, callShare: 0.5 }), lastMonth: null },
  otherTenants: { tenants: 7, costNanoUsd: nanoText(3) },
};

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/value');
  resetStage(closedBooks);
  config.bootData.user.orgRole = 'Editor' as never;
  answerLedger({ economics });
});
afterEach(() => jest.restoreAllMocks());

const show = () =>
  render(
    <Routed>
      <ValuePage settings={{}} />
    </Routed>
  );
const cellsOf = (row: HTMLElement) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent);

test('answers with the margin, and puts what loses money on top: since when, how much, two ways out', async () => {
  show();
  expect(await screen.findByTestId('worth-margin-value')).toHaveTextContent('$90.00');
  expect(screen.getByTestId('worth-losing')).toHaveTextContent('1 of 2$412 a month together');
  const loser = within(screen.getByTestId('losers'));
  expect(loser.getByText(/tagging/).closest('li')).toHaveTextContent(
    'tagging: $0.410 an answer, worth $0.300, since Mon 2 Nov, ≈ $412 a month'
  );
  expect(loser.getByRole('link', { name: 'Bring the cost down' })).toHaveAttribute(
    'href',
    '/a/aifinops-app/optimizations?var-feature=tagging'
  );
  expect(screen.getByTestId('losers')).toHaveTextContent('production, through Sun 22 Nov');
  expect(stage.told.some((url) => url.includes('from=2026-10-24&to=2026-11-22&environment=production'))).toBe(true);
});

test('one row a feature; what is not known is a word', async () => {
  show();
  const rows = within(await screen.findByTestId('worth-features')).getAllByRole('row');
  expect(rows.map((row) => cellsOf(row)[0])).toEqual(['Feature', 'tagging', 'search', 'digest']);
  const [, tagged, searched, none] = rows;
  expect(tagged).toHaveTextContent('$0.410');
  expect(tagged).toHaveTextContent('0.81 (bar 0.85)');
  expect(searched).toHaveTextContent('▼ 16.0');
  expect(searched).toHaveTextContent('not judged');
  expect(none).toHaveTextContent('no outcomes');
  expect(none).toHaveTextContent('not known');
  expect(screen.getByTestId('worth-notes')).toHaveTextContent('tagging: outcomes of 2 days are not known yet');
  expect(screen.getByTestId('worth-notes')).toHaveTextContent('tagging counts answer since Sat 10 Oct, tag before');
  expect(screen.getByTestId('no-outcomes')).toHaveTextContent(`recordOutcome({ feature: "digest", unit: 'answer' });`);
});

test('the way out becomes a decision that names the feature and what it saves', async () => {
  const told: unknown[] = [];
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Decide to sunset it' }));
  stage.ledger = (_url, data) => {
    told.push(data);
    return of({ data: {} });
  };
  expect(screen.getByLabelText('Owner')).toHaveValue('Jonas Weber');
  fireEvent.click(screen.getByRole('button', { name: 'Record the decision' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Record the decision' })).toBeNull());
  expect(told).toEqual([
    {
      action: 'create',
      record: {
        what: 'Sunset tagging',
        why: 'It loses money since Mon 2 Nov, ≈ $412 a month: $0.410 an answer, worth $0.300',
        owner: 'Jonas Weber',
        due: '2026-12-07',
        expectedUsdPerMonth: '412.00',
        links: [{ to: 'feature', id: 'tagging' }],
      },
    },
  ]);
});

test('viewers read: they are offered no decision', async () => {
  config.bootData.user.orgRole = 'Viewer' as never;
  show();
  expect(await screen.findByRole('link', { name: 'Bring the cost down' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Decide to sunset it' })).toBeNull();
});

test('tenants: cost, revenue, margin, losers first', async () => {
  locationService.replace('/a/aifinops-app/value?who=tenants');
  show();
  const rows = within(await screen.findByTestId('worth-tenants')).getAllByRole('row');
  expect(rows.map((row) => cellsOf(row)).slice(1)).toEqual([
    ['acme', '$40.00', '$10.00', '−$30.00', 'since Mon 2 Nov or earlier, ≈ $412 a month'],
    ['beta', '$40.00', '$90.00', '$50.00', 'no'],
    ['gamma', '$40.00', 'not known', 'not known', 'not known'],
  ]);
  expect(screen.getByText(/7 more tenants/)).toHaveTextContent('$3.00 together');
});

/** Openai billed a tenth more than was estimated in October. */
const billed = (expr: string): Reply =>
  expr === 'genai_provider_calibration_ratio'
    ? [{ labels: { provider: 'openai', month: '2026-10' }, values: [[TODAY, 1.1]] }]
    : closedBooks(expr);

test('calibrated, features are asked for with each provider’s ratio, and say by which bill', async () => {
  resetStage(billed);
  answerLedger({ economics });
  locationService.replace('/a/aifinops-app/value?basis=bill');
  show();
  expect(await screen.findByTestId('worth-margin')).toHaveTextContent('calibrated, bill of October 2026');
  expect(screen.queryByTestId('estimate')).toBeNull();
  const asked = stage.told.filter((url) => url.includes('/economics?')).map((url) => new URLSearchParams(url));
  expect(asked.map((params) => params.getAll('calibration'))).toEqual([['openai:1.100000000000']]);
});

test('calibrated, tenants say by which bill as features do', async () => {
  resetStage(billed);
  answerLedger({ economics });
  locationService.replace('/a/aifinops-app/value?who=tenants&basis=bill');
  const { unmount } = show();
  expect(await screen.findByTestId('worth-spend')).toHaveTextContent('calibrated, bill of October 2026');
  // Margin, cost, loss, and the table.
  expect(screen.getAllByTestId('basis')).toHaveLength(4);
  expect(screen.queryByTestId('estimate')).toBeNull();
  expect(screen.getByTestId('basis-note')).not.toHaveTextContent('what tenants cost up to');
  unmount();
  locationService.replace('/a/aifinops-app/value?who=tenants');
  show();
  await screen.findByTestId('worth-tenants');
  expect(screen.queryByTestId('basis')).toBeNull();
});

test('of days whose tenants’ providers the ledger does not know, the page says that they stay estimates', async () => {
  resetStage(billed);
  answerLedger({ economics, costs: { costs: [], others: {}, tenantProvidersUnknownThrough: '2026-08-03' } });
  locationService.replace('/a/aifinops-app/value?who=tenants&basis=bill');
  show();
  expect(await screen.findByText(/what tenants cost up to 3 August 2026/)).toHaveAttribute('data-testid', 'basis-note');
});

test('filters narrow by feature and team; others are said to do nothing', async () => {
  locationService.replace('/a/aifinops-app/value?var-feature=search&var-model=gpt-5-mini');
  show();
  const rows = within(await screen.findByTestId('worth-features')).getAllByRole('row');
  expect(rows.map((row) => cellsOf(row)[0])).toEqual(['Feature', 'search']);
  expect(screen.getByText(/the filter on model does nothing here/)).toBeVisible();
});

test('without revenue, without a ledger, and where it fails, it says what to do', async () => {
  answerLedger({ economics: { ...economics, tenants: [tenant('a', { revenueNanoUsd: null, marginNanoUsd: null })] } });
  locationService.replace('/a/aifinops-app/value?who=tenants');
  const { unmount } = show();
  expect(await screen.findByText('Nobody said yet what tenants pay')).toBeVisible();
  unmount();
  answerLedger({});
  const other = show();
  expect(await screen.findByText('The ledger’s address is not set')).toBeVisible();
  other.unmount();
  stage.ledger = () => throwError(() => ({ status: 502, data: { message: 'bad gateway' } }));
  show();
  expect(await screen.findByText('Grafana does not reach the ledger')).toBeVisible();
});

test('the margins of rows add up to the margin of all', () => {
  const rows = [tagging, featureWorth('search')].map(({ margin: own, losing: lost }) => ({
    valueNanoUsd: own?.valueNanoUsd ?? null,
    marginNanoUsd: own?.marginNanoUsd ?? null,
    losing: lost,
  }));
  expect(worthOf(rows)).toEqual({
    ...{ value: 600_000_000_000n, spend: 510_000_000_000n, known: 2 },
    ...{ losing: 1, lostPerMonth: 412_000_000_000n },
  });
});

test('what an active user costs: the month so far and the one before, who counted them, and what is over', async () => {
  const current = userCost({ from: '2026-11-01', to: '2026-11-22', users: '205', perUserUsd: 4.4 });
  const outside = userCost({ source: 'outside', to: '2026-11-22', perUserUsd: 0.4, callShare: null, users: '9000' });
  const full = userCost({ users: '1000000', perUserUsd: 0.2, isAtLeast: true });
  const features = [
    featureWorth('search', { userCosts: { current, lastMonth: userCost() } }),
    featureWorth('toys', { userCosts: { current: outside, lastMonth: null }, userLimitUsd: 0.5 }),
    featureWorth('feed', { userCosts: { current: full, lastMonth: null } }),
    featureWorth('jobs'),
  ];
  answerLedger({ economics: { ...economics, features } });
  show();
  const rows = within(await screen.findByTestId('worth-users')).getAllByRole('row');
  expect(rows.map((row) => cellsOf(row).map((text) => text?.replaceAll('\u202f', ' ')))).toEqual([
    expect.arrayContaining([expect.stringContaining('Users, Nov so far'), expect.stringContaining('Cost each, Oct')]),
    ['search', '205', '$4.40', '410', '$3.00', '$3.00', 'from 84.0 % of its calls'],
    ['toys', '9,000', '$0.400', 'not known', 'not known', '$0.500', 'outside source, 30 days to Sun 22 Nov'],
    [
      'feed',
      '≥ 1,000,000',
      '≤ $0.200',
      'not known',
      'not known',
      '$3.00',
      expect.stringContaining('more than there is room for'),
    ],
    ['All features', '500', '$4.00', 'not known', 'not known', '', 'each person once, from 50.0 % of all calls'],
  ]);
  expect(screen.getByTitle('Over $3.00 a month')).toHaveTextContent('$4.40');
});

test('where nobody counts people, the page says how to', async () => {
  show();
  expect(await screen.findByText(/How many people use it is not known/)).toBeInTheDocument();
  expect(screen.queryByTestId('worth-users')).not.toBeInTheDocument();
});
