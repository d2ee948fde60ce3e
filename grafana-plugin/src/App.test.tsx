import { locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router';
import { NEVER, type Observable, throwError } from 'rxjs';
import { App } from './App.tsx';
import { Routed } from './components/frame/Routed.fixture.tsx';
import {
  TODAY,
  YESTERDAY,
  type Reply,
  resetStage,
  type runtimeOnStage,
  stage,
} from './components/frame/stage.fixture.tsx';

type Fetch = (request: { url: string; data: never }) => Observable<unknown>;

/** In place of every answer of Grafana's server; undefined: those of the stage. */
let answerAll: Fetch | undefined;

jest.mock('@grafana/runtime', () => {
  const onStage = jest.requireActual<{ runtimeOnStage: typeof runtimeOnStage }>(
    './components/frame/stage.fixture.tsx'
  ).runtimeOnStage;
  const fetch: Fetch = (request) => (answerAll ?? onStage.getBackendSrv().fetch)(request);
  return {
    ...jest.requireActual<object>('@grafana/runtime'),
    ...onStage,
    getBackendSrv: () => ({ fetch }),
  };
});

const PAGES = [
  'overview',
  'attribution',
  'feature?var-feature=search',
  'tenant?var-tenant=acme',
  'requests',
  'optimizations',
  'forecast',
];

function show(page: string, settings = { ledgerUrl: 'http://ledger' }): void {
  locationService.replace(`/a/aifinops-app/${page}`);
  render(
    <Routed>
      <RoutedApp settings={settings} />
    </Routed>
  );
}

/** As Grafana mounts it: under the app's own path. */
function RoutedApp({ settings }: { readonly settings: object }) {
  return (
    <Routes>
      <Route
        path="/a/aifinops-app/*"
        element={<App {...({ meta: { id: 'aifinops-app', jsonData: settings } } as Parameters<typeof App>[0])} />}
      />
    </Routes>
  );
}

const refuse =
  (status: number, message: string): Fetch =>
  () =>
    throwError(() => ({ status, statusText: '', data: { message } }));

/** Days are closed, and that is all there is. */
const closed = (expr: string): Exclude<Reply, string> =>
  expr.startsWith('max(last_over_time(genai_daily_close_complete')
    ? [{ values: [[YESTERDAY, 1]] }]
    : expr.startsWith('group by (environment)')
      ? [{ labels: { environment: 'production' }, values: [[TODAY, 1]] }]
      : [];

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  answerAll = undefined;
  resetStage(() => []);
});

afterEach(() => jest.restoreAllMocks());

describe.each(PAGES)('%s', (page) => {
  test('loading: the shape of the page', () => {
    answerAll = () => NEVER;
    show(page);
    expect(screen.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
  });

  test('no permission: says so, and who can give it', async () => {
    answerAll = refuse(403, 'Access denied');
    show(page);
    expect(await screen.findByText('You may not see these numbers')).toBeInTheDocument();
    expect(screen.getByText(/administrator/i)).toBeInTheDocument();
    expect(screen.getByText(/403: Access denied/)).toBeInTheDocument();
  });

  test('error: the server’s words, and another try that is one', async () => {
    answerAll = refuse(500, 'query timed out in expression evaluation');
    show(page);
    expect(await screen.findByText(/query timed out in expression evaluation/)).toBeInTheDocument();
    let asked = 0;
    answerAll = () => {
      asked += 1;
      return NEVER;
    };
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(asked).toBeGreaterThan(0));
  });
});

/** Requests needs no Prometheus: its rows are the ledger's. */
const BOOKS_PAGES = PAGES.filter((page) => page !== 'requests');

describe.each(BOOKS_PAGES)('%s', (page) => {
  test('no data source: who can add one', async () => {
    stage.sources = [];
    show(page);
    expect(await screen.findByText('No Prometheus data source')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Add Prometheus' })).toBeInTheDocument();
  });

  test('empty: why, and the code that fills it', async () => {
    show(page);
    expect(await screen.findByText('No AI calls seen yet')).toBeInTheDocument();
    expect(screen.getByText(/--import @ai-finops\/instrumentation\/register/)).toBeInTheDocument();
  });

  test('partial: an answer that fails leaves the page standing', async () => {
    stage.reply = (expr) => {
      const answer = closed(expr);
      return answer.length > 0 ? answer : 'too many samples';
    };
    show(page);
    await waitFor(() => expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull());
    await waitFor(() => expect(document.body).toHaveTextContent(/too many samples|ledger/));
    expect(screen.queryByText(/unexpected error/i)).toBeNull();
  });
});

test('Requests without a ledger says where to set it', async () => {
  show('requests', { ledgerUrl: '' });
  expect(await screen.findByText('The ledger’s address is not set')).toBeInTheDocument();
});
