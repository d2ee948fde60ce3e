import { locationService } from '@grafana/runtime';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import React, { useLayoutEffect, useState } from 'react';
import { type Navigator, Router } from 'react-router';
import { type Observable, of, throwError } from 'rxjs';
import { DAY_MS } from '../../queries/dayMs.ts';
import { OverviewPage } from './OverviewPage.tsx';

interface Query {
  readonly refId: string;
  readonly expr: string;
}
type Reply = { readonly labels?: Record<string, string>; readonly values: readonly [number, number][] }[] | string;

const TODAY = Date.UTC(2026, 10, 23);
const YESTERDAY = TODAY - DAY_MS;
let owned: boolean;
let budget: number;
let reply: (expr: string) => Reply;
let requests: { from: string; to: string; queries: (Query & Record<string, unknown>)[] }[];
let sources: { uid: string; type: string; name: string; isDefault?: boolean }[];

const mockFetch = ({ data }: { data: (typeof requests)[number] }): Observable<unknown> => {
  requests.push(data);
  const results = Object.fromEntries(
    data.queries.map(({ refId, expr }) => {
      const answer = reply(expr);
      return [refId, typeof answer === 'string' ? { error: answer } : { frames: answer.map(frame) }];
    })
  );
  const failed = Object.values(results).some((result) => 'error' in result);
  return failed ? throwError(() => ({ status: 400, data: { results } })) : of({ data: { results } });
};

const frame = ({ labels = {}, values }: Exclude<Reply, string>[number]) => ({
  schema: {
    fields: [
      { name: 'Time', type: 'time' },
      { name: 'Value', type: 'number', labels },
    ],
  },
  data: { values: [values.map(([at]) => at), values.map(([, value]) => value)] },
});

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  getBackendSrv: () => ({ fetch: mockFetch }),
  getDataSourceSrv: () => ({ getList: () => sources }),
  PluginPage: ({ subTitle, actions, children }: Record<string, React.ReactNode>) => (
    <main>
      <p>{subTitle}</p>
      {actions}
      {children}
    </main>
  ),
  PanelRenderer: () => <div>chart</div>,
}));

/** Grafana's router: a change of the URL from anywhere shows. */
function Page({ uid }: { uid?: string }) {
  const history = locationService.getHistory();
  const [at, setAt] = useState(() => locationService.getLocation());
  useLayoutEffect(() => history.listen(setAt), [history]);
  return (
    <Router location={at} navigator={history as unknown as Navigator}>
      <OverviewPage settings={uid === undefined ? {} : { prometheusUid: uid }} />
    </Router>
  );
}

const day = (at: number, value: number): [number, number] => [at, value];
const one = (value: number, labels = {}): Reply => [{ labels, values: [day(TODAY, value)] }];

/** Two features on a closed yesterday, and today open. */
function books(expr: string): Reply {
  if (expr.startsWith('max(last_over_time(genai_daily_close_complete[23h59m]')) {
    return [{ values: [day(YESTERDAY - DAY_MS, 1), day(YESTERDAY, 1)] }];
  }
  if (expr.startsWith('group by (environment)')) {
    return [...(one(1, { environment: 'staging' }) as []), ...(one(1, { environment: 'production' }) as [])];
  }
  if (expr.includes('23h59m')) {
    return [
      { labels: { feature: 'search' }, values: [day(YESTERDAY, 1000.125)] },
      { labels: { feature: 'unallocated' }, values: [day(YESTERDAY, 284.245)] },
    ];
  }
  if (expr.includes('genai_owner_info{scope="total"}')) {
    return owned ? one(1, { owner: 'Mara Lindt', name: 'AI platform' }) : [];
  }
  if (expr.includes('genai_owner_info{scope="feature"}')) {
    return owned ? one(1, { owner: 'Jonas Weber', name: 'search' }) : [];
  }
  if (expr.includes('genai_owner_info')) {
    return [];
  }
  if (expr.includes('genai_budget_usd')) {
    return owned ? one(budget) : [];
  }
  if (expr.startsWith('sum by (feature, team)')) {
    return one(5, { feature: 'search', team: 'Search' });
  }
  if (expr.startsWith('sum by (feature) (sum_over_time') && expr.includes('offset 7d')) {
    return one(800.1, { feature: 'search' });
  }
  if (expr.startsWith('sum by (feature)') && expr.includes('requests')) {
    return one(4000, { feature: 'search' });
  }
  if (expr.startsWith('sum by (feature)')) {
    return [...(one(1000.125, { feature: 'search' }) as []), ...(one(284.245, { feature: 'unallocated' }) as [])];
  }
  if (expr.includes('genai_open_day_cost_usd')) {
    return one(311.5);
  }
  if (expr.includes('requests')) {
    return one(4100);
  }
  if (expr.includes('unallocated')) {
    return one(284.245);
  }
  if (expr.includes('offset 7d')) {
    return one(1142.67);
  }
  return one(1284.37);
}

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/overview');
  reply = books;
  owned = true;
  budget = 2000;
  requests = [];
  sources = [
    { uid: 'other', type: 'prometheus', name: 'Other' },
    { uid: 'prom', type: 'prometheus', name: 'Prometheus', isDefault: true },
  ];
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
  expect(screen.getByRole('button', { name: /^Owner/ })).toBeInTheDocument();
  expect(screen.getByTestId('breakdown').querySelector('[data-name=search]')).toHaveTextContent('Jonas Weber');
  expect(text('month-to-date-value')).toBe('$1,284.37');
  expect(text('budget')).toBe('64.2 % of $2,000');
  expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '64');
});

test('says how far a month is over its budget', async () => {
  budget = 1000;
  render(<Page />);
  await screen.findByTestId('budget');
  expect(text('budget')).toBe('128 % of $1,000, $284.37 over');
  expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '100');
});

test('without an owners file nobody and no budget is made up', async () => {
  owned = false;
  render(<Page />);
  await screen.findByTestId('breakdown');
  expect(screen.queryByTestId('headline-owner')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Owner/ })).toBeNull();
  expect(text('month-to-date-value')).toBe('$1,284.37');
  expect(screen.queryByRole('meter')).toBeNull();
});

test('starts at production, asks the default Prometheus, every day in UTC', async () => {
  render(<Page />);
  await screen.findByTestId('breakdown');
  const queries = requests.flatMap((request) => request.queries);
  expect(queries.map(({ expr }) => expr)).toContain(
    'sum(last_over_time(genai_daily_cost_usd{environment="production"}[1d2h]))'
  );
  expect(queries.every(({ datasource }) => (datasource as { uid: string }).uid === 'prom')).toBe(true);
  expect(queries.every(({ utcOffsetSec, interval }) => utcOffsetSec === 0 && interval === '1d')).toBe(true);
  const daily = requests.find((request) => request.queries.some(({ refId }) => refId === 'perDay'));
  expect(daily).toMatchObject({ from: String(YESTERDAY - 29 * DAY_MS), to: String(YESTERDAY) });
});

test('keeps what was chosen in the URL', async () => {
  render(<Page />);
  await screen.findByTestId('breakdown');
  fireEvent.click(screen.getByLabelText('Team'));
  fireEvent.click(screen.getByLabelText('90 d'));
  fireEvent.click(await screen.findByRole('button', { name: /^Calls/ }));
  expect(locationService.getSearchObject()).toEqual({ by: 'team', days: '90', sort: '-calls' });
  await waitFor(() =>
    expect(requests.flatMap(({ queries }) => queries).map(({ expr }) => expr)).toContain(
      'sum by (team) (sum_over_time(genai_daily_cost_usd{environment="production"}[89d1h]))'
    )
  );
});

test('shows the last closed day, and says so, while yesterday is closing', async () => {
  reply = (expr) =>
    expr.includes('close_complete[23h59m]') ? [{ values: [day(YESTERDAY - DAY_MS, 1)] }] : books(expr);
  render(<Page />);
  await screen.findByTestId('headline');
  expect(text('headline')).toContain('Last closed day · Sat 21 Nov closed');
  expect(text('headline')).toContain('Sun 22 Nov: closing, provisional');
  const asked = requests.find(
    ({ queries }) => queries.some(({ refId }) => refId === 'cost') && queries.some(({ refId }) => refId === 'unpriced')
  );
  expect(asked?.to).toBe(String(YESTERDAY + 3_600_000));
});

test('on the very first day there is only today, open', async () => {
  reply = (expr) => (expr.includes('close_complete[23h59m]') ? [] : books(expr));
  render(<Page />);
  expect(await screen.findByText('No day is closed yet')).toBeInTheDocument();
  await waitFor(() => expect(text('open-day-value')).toBe('$311.50'));
  expect(screen.queryByTestId('headline')).toBeNull();
});

test('where nothing was ever called it says why and what to paste', async () => {
  reply = () => [];
  render(<Page />);
  expect(await screen.findByText('No AI calls seen yet')).toBeInTheDocument();
  expect(screen.getByText(/@ai-finops\/instrumentation\/register/)).toBeInTheDocument();
});

test('an answer that fails leaves the others, with the words of the server', async () => {
  reply = (expr) => (expr.includes('unpriced') ? 'execution: too many samples' : books(expr));
  render(<Page />);
  expect(await screen.findByText('One question got no answer')).toBeInTheDocument();
  expect(screen.getByText('execution: too many samples')).toBeInTheDocument();
  expect(text('headline-value')).toBe('$1,284.37');
  expect(text('trust')).toContain('no answer');
});

test('when nothing answers it says who said what, and tries again when asked', async () => {
  reply = () => 'connection refused';
  render(<Page />);
  expect(await screen.findByText('Prometheus did not answer')).toBeInTheDocument();
  expect(screen.getByText('connection refused')).toBeInTheDocument();
  reply = books;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByTestId('headline')).toBeInTheDocument();
});

test('without a Prometheus it says who can add one; with one that is gone, which', async () => {
  sources = [];
  const { unmount } = render(<Page />);
  expect(screen.getByText('No Prometheus data source')).toBeInTheDocument();
  await act(() => Promise.resolve());
  unmount();
  render(<Page uid="gone" />);
  expect(screen.getByText('The chosen Prometheus data source is gone')).toBeInTheDocument();
  await act(() => Promise.resolve());
  expect(requests).toEqual([]);
});
