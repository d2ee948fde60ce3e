import { locationService } from '@grafana/runtime';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { of, throwError } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import { TODAY, resetStage, stage } from '../../components/frame/stage.fixture.tsx';
import { RequestsPage } from './RequestsPage.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const TRACE = 'ab'.repeat(16);
const HOSTILE = '<img src=x onerror=alert(1)>';
const call = (id: number, costNanoUsd: string | null, more = {}) => ({
  time: `2026-11-22T12:00:0${id}.000001Z`,
  traceId: TRACE,
  spanId: `${id}`.repeat(16),
  parentSpanId: null,
  costNanoUsd,
  unpriced: costNanoUsd === null ? 'unknown_model' : null,
  ...{ feature: HOSTILE, team: 'Search', tenant: 'acme', requestType: 'chat', provider: 'openai', model: 'gpt-5-mini' },
  ...{ account: 'main', serviceTier: '', environment: 'production', requestPath: null, task: null },
  quantities: { input: 466, cache_read: 1_024, output: 128, reasoning: 128 },
  ...{
    isPartial: false,
    attempt: 1,
    durationMs: 1_500,
    status: 'ok',
    errorType: null,
    stopReason: 'length',
    bookedOn: null,
  },
  ...more,
});
const working = {
  kind: 'priced',
  day: '2026-11-22',
  card: 'openai/gpt-5-mini@2025-08-07',
  contracts: [],
  components: [
    {
      component: 'input',
      quantity: 466,
      listPerMillion: '0.25',
      tierFactor: '1',
      paidPerMillion: '0.25',
      usd: '0.0001165',
    },
  ],
  usd: '0.0001165',
  bookedUsd: '0.0002',
  isAsBooked: false,
};

let asked: URL[];
function ledger(url: string) {
  const at = new URL(url, 'http://grafana');
  asked.push(at);
  switch (at.pathname.split('/ledger/')[1]) {
    case 'calls/histogram':
      return {
        buckets: [
          { upToNanoUsd: '1000000', calls: '2', costNanoUsd: '1308200' },
          { upToNanoUsd: null, calls: '1', costNanoUsd: '123000000000' },
        ],
        unpriced: '1',
      };
    case 'calls':
      return { calls: [call(1, '123000000000', { attempt: 3 }), call(2, null)], next: 'cost.1.2.abc' };
    case 'call':
      return { call: call(1, '200000'), rateCard: 'old', working };
    case 'tasks':
      return {
        tasks: [
          {
            ...{ task: 'run-1', calls: '3', unpriced: '0', costNanoUsd: '6000000000' },
            ...{ first: '2026-11-22T12:00:00Z', last: '2026-11-22T12:01:00Z', feature: null, tenant: 'acme' },
          },
        ],
      };
    default:
      throw new Error(url);
  }
}

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/requests?var-model=gpt-5-mini&var-model=gpt-5');
  resetStage((expr) =>
    expr.startsWith('group by (environment)') ? [{ labels: { environment: 'production' }, values: [[TODAY, 1]] }] : []
  );
  asked = [];
  stage.ledger = (url) => of({ data: ledger(url) });
});

afterEach(() => jest.restoreAllMocks());

const show = (settings = { ledgerUrl: 'http://ledger:4321' } as { ledgerUrl?: string }) =>
  render(
    <Routed>
      <RequestsPage settings={settings} />
    </Routed>
  );
const cells = (span: string, column: string) =>
  screen.getByTestId('calls').querySelector(`[data-span="${span}"] [data-column="${column}"]`)?.textContent;

test('answers with the sum of the ledger’s buckets, and lists its calls in its order', async () => {
  show();
  await screen.findByTestId('calls');
  expect(screen.getByTestId('requests-value')).toHaveTextContent('$123.00');
  expect(screen.getByTestId('requests-answer')).toHaveTextContent('4 calls, $41.00 a call · 1 unpriced, in no sum');
  expect(cells('1'.repeat(16), 'cost')).toBe('$123.00');
  expect(cells('1'.repeat(16), 'attempt')).toBe('3');
  expect(cells('2'.repeat(16), 'cost')).toBe('unpriced');
  expect(cells('2'.repeat(16), 'tokens_cached')).toBe('1,024');
  expect(screen.getByTestId('calls').querySelector('img')).toBeNull();
  const calls = asked.find(({ pathname }) => pathname.endsWith('/calls'));
  expect(calls?.searchParams.getAll('model')).toEqual(['gpt-5-mini', 'gpt-5']);
  expect(calls?.searchParams.get('environment')).toBe('production');
  expect(calls?.searchParams.get('from')).toBe('2026-11-22T11:00:00.000Z');
});

test('the next page is asked by cursor, from the URL; another order starts anew', async () => {
  show();
  await screen.findByTestId('calls');
  fireEvent.click(screen.getByRole('button', { name: 'Next page' }));
  await waitFor(() => expect(asked.at(-1)?.searchParams.get('cursor')).toBe('cost.1.2.abc'));
  expect(locationService.getSearchObject()).toMatchObject({ cursor: 'cost.1.2.abc' });
  fireEvent.click(screen.getByRole('button', { name: 'Time (UTC)' }));
  await waitFor(() => expect(asked.at(-1)?.searchParams.get('sort')).toBe('time'));
  expect(asked.at(-1)?.searchParams.get('cursor')).toBeNull();
});

test('a call opens with the working of its price, and says where that is not what was booked', async () => {
  show();
  await screen.findByTestId('calls');
  const link = screen.getByTestId('calls').querySelector('a')?.getAttribute('href') ?? '';
  act(() => locationService.push(link));
  await waitFor(() => expect(screen.getByTestId('working-usd')).toHaveTextContent('0.0001165'));
  expect(screen.getByTestId('working')).toHaveTextContent('input466× 0.25= 0.0001165');
  expect(screen.getByTestId('working')).toHaveTextContent('openai/gpt-5-mini@2025-08-07, as in force on 2026-11-22');
  expect(screen.getByText('Booked was 0.0002')).toBeInTheDocument();
  expect(screen.getByText('Answer ended').nextElementSibling).toHaveTextContent('length');
  const searchParams = asked.find(({ pathname }) => pathname.endsWith('/call'))?.searchParams;
  expect(searchParams?.get('trace')).toBe(TRACE);
  expect(searchParams?.get('time')).toBe('2026-11-22T12:00:01.000001Z');
  expect(screen.getByRole('button', { name: 'Copy the trace id' })).toBeInTheDocument();
});

test('tasks: cost and calls a task, each leads to its calls', async () => {
  locationService.replace('/a/aifinops-app/requests?tab=tasks');
  show();
  const table = await screen.findByTestId('tasks');
  expect(table).toHaveTextContent('$6.003$2.000several');
  expect(table.querySelector('a')?.getAttribute('href')).toContain('task=run-1');
});

test('no ledger, one that is down, one that asks for less, no calls: each in words', async () => {
  const { unmount } = show({});
  expect(screen.getByText('The ledger’s address is not set')).toBeInTheDocument();
  unmount();
  for (const [status, error, title] of [
    [502, 'bad gateway', 'Grafana does not reach the ledger'],
    [403, 'Permission denied', 'You may not see these numbers'],
    [400, 'from: at most 31 days at once', 'The ledger can’t answer that'],
    [404, '', 'This ledger does not answer that'],
  ] as const) {
    stage.ledger = () => throwError(() => ({ status, data: { error } }));
    const shown = show();
    expect(await screen.findByText(title)).toBeInTheDocument();
    shown.unmount();
  }
  stage.ledger = () => of({ data: { buckets: [], unpriced: '0' } });
  show();
  expect(await screen.findByText('No calls here')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Remove the filters' }));
  await waitFor(() => expect(locationService.getSearchObject()).toEqual({}));
});
