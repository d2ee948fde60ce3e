import { locationService } from '@grafana/runtime';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { of, throwError } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import { TODAY, YESTERDAY, answerLedger, askedFor, resetStage, stage } from '../../components/frame/stage.fixture.tsx';
import { featureWorth, unitCost } from '../../data/economics.fixture.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { books, company, day, one } from './books.fixture.ts';
import { OverviewPage } from './OverviewPage.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const Page = ({ uid }: { uid?: string }) => (
  <Routed>
    <OverviewPage settings={uid === undefined ? {} : { prometheusUid: uid }} />
  </Routed>
);

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/overview');
  resetStage(books);
  company.isOwned = true;
  company.budget = 2000;
});

afterEach(() => jest.restoreAllMocks());

const text = (id: string) => screen.getByTestId(id).textContent?.replaceAll('\u202f', ' ');

test('answers with the closed yesterday, compared in words, and the total row is the same number', async () => {
  render(<Page />);
  await screen.findByText('$1,284.37', { selector: '[data-testid=headline-value]' });
  expect(text('headline')).toContain('Yesterday · Sun 22 Nov closed');
  expect(text('headline-change')).toBe('▲ 12.4 % vs Sun 15 Nov ($1,142.67)');
  expect(screen.getByTestId('breakdown-total').querySelector('[data-column=cost]')).toHaveTextContent('$1,284.37');
  await waitFor(() => expect(text('open-day-value')).toBe('$311.50'));
  expect(text('month-to-date')).toContain('22 of 30 days of November');
  expect(text('trust-value')).toBe('22.1 %');
});

test('says who answers for it, and what the month may cost', async () => {
  render(<Page />);
  await screen.findByTestId('breakdown');
  expect(text('headline-owner')).toBe('owner Mara Lindt · AI platform');
  expect(screen.getByRole('button', { name: 'Owner' })).toBeInTheDocument();
  expect(screen.getByTestId('breakdown').querySelector('[data-name=search]')).toHaveTextContent('Jonas Weber');
  expect(text('month-to-date-value')).toBe('$1,284.37');
  expect(text('budget')).toBe('64.2 % of $2,000');
  expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '64');
});

test('says how far a month is over its budget', async () => {
  company.budget = 1000;
  render(<Page />);
  await screen.findByTestId('budget');
  expect(text('budget')).toBe('128 % of $1,000, $284.37 over');
  expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '100');
});

test('without an owners file nobody and no budget is made up', async () => {
  company.isOwned = false;
  render(<Page />);
  await screen.findByTestId('breakdown');
  expect(screen.queryByTestId('headline-owner')).toBeNull();
  expect(text('month-to-date-value')).toBe('$1,284.37');
  expect(screen.queryByRole('meter')).toBeNull();
});

test('starts at production, asks the default Prometheus, every day in UTC', async () => {
  render(<Page />);
  await screen.findByTestId('breakdown');
  const queries = stage.requests.flatMap((request) => request.queries);
  expect(queries.map(({ expr }) => expr)).toContain(
    'sum(last_over_time(genai_daily_feature_cost_usd{environment="production"}[1d2h]))'
  );
  expect(queries.every(({ datasource }) => (datasource as { uid: string }).uid === 'prom')).toBe(true);
  expect(queries.every(({ utcOffsetSec, interval }) => utcOffsetSec === 0 && interval === '1d')).toBe(true);
  const daily = stage.requests.find((request) => request.queries.some(({ refId }) => refId === 'perDay'));
  expect(daily).toMatchObject({ from: String(YESTERDAY - 29 * DAY_MS), to: String(YESTERDAY) });
});

test('keeps what was chosen in the URL', async () => {
  locationService.replace('/a/aifinops-app/overview?period=90d');
  render(<Page />);
  await screen.findByTestId('breakdown');
  fireEvent.click(screen.getByLabelText('Team'));
  await waitFor(() => expect(screen.getByRole('columnheader', { name: /^Team/ })).toBeInTheDocument());
  fireEvent.click(screen.getByRole('button', { name: 'Calls' }));
  fireEvent.click(screen.getByLabelText('Cost per call'));
  expect(locationService.getSearchObject()).toEqual({ period: '90d', by: 'team', sort: '-calls', chart: 'perCall' });
  await waitFor(() =>
    expect(askedFor()).toContain(
      'sum by (team) (sum_over_time(genai_daily_feature_cost_usd{environment="production"}[89d1h]))'
    )
  );
});

test('a row leads to Attribution, narrowed to it', async () => {
  locationService.replace('/a/aifinops-app/overview?period=90d');
  render(<Page />);
  const link = await screen.findByRole('link', { name: 'search' });
  expect(link).toHaveAttribute('href', '/a/aifinops-app/attribution?var-feature=search&period=90d&by=model');
});

test('filters narrow every number, and what is not kept so is said in words', async () => {
  locationService.replace('/a/aifinops-app/overview?var-tenant=a%22b');
  render(<Page />);
  await screen.findByTestId('breakdown');
  const asked = askedFor();
  expect(asked).toContain(
    'sum(last_over_time(genai_daily_tenant_cost_usd{environment="production",tenant="a\\"b"}[1d2h]))'
  );
  expect(text('open-day-value')).toBe('not kept by tenant');
  fireEvent.click(screen.getByRole('button', { name: 'Remove the filter by tenant' }));
  expect(locationService.getSearchObject()).toEqual({});
});

test('says what it knows of yesterday while yesterday is closing', async () => {
  stage.reply = (expr) =>
    expr.includes('close_complete[23h59m]') ? [{ values: [day(YESTERDAY - DAY_MS, 1)] }] : books(expr);
  render(<Page />);
  await screen.findByTestId('headline');
  expect(text('headline')).toContain('Yesterday · Sun 22 Nov');
  expect(text('headline')).toContain('closing, provisional');
  const asked = stage.requests.find(({ to }) => to === String(TODAY - 1));
  expect(asked?.queries[0]?.expr).toBe('sum(genai_open_day_cost_usd{environment="production"})');
});

test('says so where days are missing', async () => {
  stage.reply = (expr) =>
    expr.includes('close_complete[23h59m]') ? [{ values: [day(YESTERDAY - 2 * DAY_MS, 1)] }] : books(expr);
  render(<Page />);
  await screen.findByTestId('headline');
  expect(text('headline')).toContain('Last closed day · Fri 20 Nov');
  expect(text('headline')).toContain('is the ledger running?');
});

test('a period without a closed day says so', async () => {
  locationService.replace('/a/aifinops-app/overview?period=2027-01-01..2027-01-05');
  render(<Page />);
  expect(await screen.findByText('No day of this period is closed yet')).toBeInTheDocument();
});

test('an outcome costs the same here and in the brief as on page Value, with what comes beyond inference', async () => {
  const search = featureWorth('search', { period: unitCost(1156.25, 4_000) });
  answerLedger({
    economics: { features: [search, featureWorth('digest', { unit: null, period: unitCost(0, 0) })], tenants: [] },
  });
  render(<Page />);
  const cell = (name: string) =>
    screen.getByTestId('breakdown').querySelector(`[data-name=${name}] [data-column=costPerOutcome]`);
  await waitFor(() => expect(cell('search')).toHaveTextContent(/^\$0\.289$/));
  expect(cell('unallocated')).toHaveTextContent('no outcomes');
  expect(screen.getByTestId('brief-worth').querySelector('tbody')).toHaveTextContent(
    /^search4,000 answer\$0\.289▼ 16\.0.%\$0\.300\$200\.00/
  );
  expect(stage.told.filter((url) => url.includes('economics')).map((url) => url.split('?')[1])).toEqual([
    'from=2026-11-22&to=2026-11-22&environment=production&only=features',
    'from=2026-10-24&to=2026-11-22&environment=production&only=features',
  ]);
});

test('without a ledger the cost of an outcome says what is not in it; of a selection within features, too', async () => {
  stage.reply = (expr) => (expr.includes('genai_daily_work_units') ? one(4_000, { feature: 'search' }) : books(expr));
  const { unmount } = render(<Page />);
  const cell = () => screen.getByTestId('breakdown').querySelector('[data-name=search] [data-column=costPerOutcome]');
  await waitFor(() => expect(cell()).toHaveTextContent('$0.250, inference only'));
  expect(text('brief')).toContain('No ledger is set up.');
  unmount();
  answerLedger({ economics: { features: [featureWorth('search')], tenants: [] } });
  locationService.replace('/a/aifinops-app/overview?var-team=Search');
  render(<Page />);
  await waitFor(() => expect(cell()).toHaveTextContent('not kept'));
  expect(text('brief')).toContain('worth is known of whole features');
});

test('the outlook is the month to date and the ledger’s forecast, against the budget', async () => {
  company.budget = 4000;
  const days = Array.from({ length: 60 }, (_, index) => ({
    day: new Date(TODAY - (60 - index) * DAY_MS).toISOString().slice(0, 10),
    state: 'closed',
    restatedNanoUsd: '100000000000',
  }));
  stage.ledger = (url) =>
    url.includes('/ledger/forecasts')
      ? of({ data: { state: 'ready', reason: null, days: [{ day: '2026-11-23' }], kept: [] } })
      : url.includes('/ledger/days')
        ? of({ data: { days } })
        : throwError(() => ({ status: 404 }));
  render(<Page />);
  await waitFor(() => expect(text('outlook-value')).toBe('$3,000'));
  expect(text('outlook-budget')).toBe('within budget');
});

test('on the very first day there is only today, open', async () => {
  stage.reply = (expr) => (expr.includes('close_complete[23h59m]') ? [] : books(expr));
  render(<Page />);
  expect(await screen.findByText('No day is closed yet')).toBeInTheDocument();
  await waitFor(() => expect(text('open-day-value')).toBe('$311.50'));
  expect(screen.queryByTestId('headline')).toBeNull();
});

test('where nothing was ever called it says why and what to paste', async () => {
  stage.reply = () => [];
  render(<Page />);
  expect(await screen.findByText('No AI calls seen yet')).toBeInTheDocument();
  expect(screen.getByText(/@ai-finops\/instrumentation\/register/)).toBeInTheDocument();
});

test('an answer that fails leaves the others, with the words of the server', async () => {
  stage.reply = (expr) => (expr.includes('unpriced') ? 'execution: too many samples' : books(expr));
  render(<Page />);
  expect(
    await screen.findByText(/^One question got no answer|^\d+ of \d+ questions got no answer/)
  ).toBeInTheDocument();
  expect(screen.getByText('execution: too many samples')).toBeInTheDocument();
  expect(text('headline-value')).toBe('$1,284.37');
  expect(text('trust')).toContain('no answer');
});

test('when nothing answers it says who said what, and tries again when asked', async () => {
  stage.reply = () => 'connection refused';
  render(<Page />);
  expect(await screen.findByText('Prometheus did not answer')).toBeInTheDocument();
  expect(screen.getByText('connection refused')).toBeInTheDocument();
  stage.reply = books;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByTestId('headline')).toBeInTheDocument();
});

test('without a Prometheus it says who can add one; with one that is gone, which', async () => {
  stage.sources = [];
  const { unmount } = render(<Page />);
  expect(screen.getByText('No Prometheus data source')).toBeInTheDocument();
  await act(() => Promise.resolve());
  unmount();
  render(<Page uid="gone" />);
  expect(screen.getByText('The chosen Prometheus data source is gone')).toBeInTheDocument();
  await act(() => Promise.resolve());
  expect(stage.requests).toEqual([]);
});

test('marks on the chart what was optimized, and leads to its record', async () => {
  const record = { lever: 'prompt_caching', date: '2026-11-22', owner: 'Ana', feature: 'search' };
  const entry = { id: 'cache', version: 1, state: 'open', action: 'create', by: { name: 'Ana' }, record };
  answerLedger({ events: { events: [{ ...entry, at: '2026-11-22T09:00:00Z' }], next: null } });
  render(<Page />);
  const marker = await screen.findByRole('link', {
    name: 'Sun 22 Nov: optimization, prompt caching · search, owner Ana',
  });
  expect(marker).toHaveTextContent('▼');
  expect(marker.getAttribute('href')).toContain('/a/aifinops-app/optimizations?event=cache');
});
