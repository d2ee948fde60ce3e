import { config, locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { of, throwError, type Observable } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import { TODAY, resetStage, stage } from '../../components/frame/stage.fixture.tsx';
import { books, company } from './books.fixture.ts';
import { OverviewPage } from './OverviewPage.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const Page = () => (
  <Routed>
    <OverviewPage settings={{}} />
  </Routed>
);

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/overview');
  resetStage(books);
  company.isOwned = true;
  company.budget = 2000;
  config.unifiedAlertingEnabled = false;
});

afterEach(() => jest.restoreAllMocks());

const text = (id: string) => screen.getByTestId(id).textContent?.replaceAll('\u202f', ' ');

test('says what comes on top of the calls', async () => {
  render(<Page />);
  await screen.findByTestId('breakdown');
  expect(text('beyond-inference')).toContain(
    'Beyond inference: human review $210 · vector storage $61.00, together $271.00 that day'
  );
});

test('needs attention: what is over, and that this ledger finds no anomalies yet', async () => {
  company.budget = 1500;
  render(<Page />);
  await waitFor(() => expect(text('attention')).toContain('All AI cost'));
  expect(text('attention')).toContain('its budget of $1,500 is used up on Thu 26 Nov; $1,284 is spent');
  expect(text('attention')).toContain('This ledger does not look for anomalies yet.');
});

test('needs attention: nothing, in words', async () => {
  stage.ledger = () => of({ data: { anomalies: [] } });
  render(<Page />);
  await waitFor(() => expect(text('attention')).toContain('Nothing: every budget lasts'));
});

const anomaly = (feature: string, through: string, more = {}) => ({
  feature,
  environment: 'production',
  since: '2026-11-17',
  through,
  sentence: `${feature}: +38 % since Tue 17 Nov, ≈ $41 a day more. Retries on gpt-5-mini: +$29 a day.`,
  nanoUsdPerDay: '41000000000',
  isDismissed: false,
  evidence: { days: [{ day: '2026-11-17' }, { day: through }] },
  ...more,
});
const tells = (anomalies: object[], marks: object[] = []) => {
  const posted: unknown[] = [];
  stage.ledger = (url, data) => {
    if (data !== undefined) {
      posted.push(data);
      marks.push(data as object);
    }
    return of({ data: url.includes('/marks') ? { marks } : { anomalies } });
  };
  return posted;
};

test('needs attention: an anomaly, and where to look at it; not one that is over, dismissed or elsewhere', async () => {
  tells([
    anomaly('search', '2026-11-21'),
    anomaly('over', '2026-11-19'),
    anomaly('dismissed', '2026-11-22', { isDismissed: true }),
    anomaly('elsewhere', '2026-11-22', { environment: 'staging' }),
  ]);
  render(<Page />);
  await waitFor(() =>
    expect(text('attention')).toContain('search: +38 % since Tue 17 Nov, ≈ $41 a day more. Retries on gpt-5-mini')
  );
  expect(text('attention')).not.toMatch(/over:|dismissed|elsewhere/);
  expect(screen.getByRole('link', { name: 'Look' }).getAttribute('href')).toContain(
    'var-feature=search&period=2026-11-17..2026-11-22&against=2026-11-11..2026-11-16'
  );
});

test('needs attention: an anomaly of today says that it is so far', async () => {
  const asked: string[] = [];
  tells([
    anomaly('search', '2026-11-23', {
      ...{ since: '2026-11-23', state: 'open' },
      sentence: 'search: +210 % on Mon 23 Nov by 11:00 UTC, ≈ $41 more so far.',
    }),
    anomaly('chat', '2026-11-22', { state: 'closed' }),
  ]);
  const { ledger } = stage;
  stage.ledger = (url, data) => {
    asked.push(url);
    return ledger(url, data);
  };
  render(<Page />);
  await waitFor(() =>
    expect(text('attention')).toContain('≈ $41 more so far. So far: the day is not over, its close decides.')
  );
  expect(text('attention')?.match(/So far:/g)).toHaveLength(1);
  expect(asked.some((url) => /anomalies\?.*to=2026-11-23/.test(url))).toBe(true);
});

test('an editor says that it is none, and it is gone; a viewer can’t', async () => {
  const { user } = config.bootData;
  user.orgRole = 'Viewer' as typeof user.orgRole;
  const posted = tells([anomaly('search', '2026-11-22')]);
  const { unmount } = render(<Page />);
  await screen.findByRole('link', { name: 'Look' });
  expect(screen.queryByRole('button', { name: /^Not an anomaly/ })).toBeNull();
  unmount();
  user.orgRole = 'Editor' as typeof user.orgRole;
  render(<Page />);
  fireEvent.click(await screen.findByRole('button', { name: 'Not an anomaly: search' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Look' })).toBeNull());
  expect(posted).toEqual([
    {
      action: 'create',
      record: { mark: 'not_an_anomaly', feature: 'search', day: '2026-11-22', environment: 'production' },
    },
  ]);
});

const rules = (folder: string, ...alerts: object[]) => ({
  status: 'success',
  data: {
    groups: [
      {
        ...{ name: 'ai-finops-cost', file: folder },
        rules: [{ uid: 'aifinops-new-rising', name: 'Cost rises (search)', labels: { rule: 'AICostRises' }, alerts }],
      },
    ],
  },
});
const firing = (feature: string, state = 'Alerting') => ({
  state,
  labels: { alertname: 'Cost rises (search)', grafana_folder: 'AI FinOps', feature, severity: 'warning', owner: 'Ana' },
});
const asksGrafana = (answer: () => Observable<unknown>) => {
  config.unifiedAlertingEnabled = true;
  const asked = jest.fn(answer);
  stage.grafana = (_method, url) => (url.startsWith('/api/prometheus/grafana/') ? asked() : of({ data: [] }));
  return asked;
};
const title = () => screen.getByRole('heading', { name: /^Needs attention/ }).getAttribute('title');

test('needs attention: alerts that Grafana evaluates, with a link, and one that Prometheus has, too, once', async () => {
  tells([]);
  const alert = (feature: string) => ({
    labels: { alertname: 'AICostRises', alertstate: 'firing', severity: 'warning', feature },
    values: [[TODAY, 1]] as [number, number][],
  });
  stage.reply = (expr) => (expr.includes('ALERTS') ? [alert('search'), alert('chat')] : books(expr));
  asksGrafana(() => of({ data: rules('AI FinOps', firing('search'), firing('over', 'Normal')) }));
  render(<Page />);
  await waitFor(() => expect(text('attention')).toContain('Needs attention (2)'));
  expect(text('attention')).toMatch(/search: cost rises \(warning\)owner Ana.*chat: cost rises/);
  const links = screen.getAllByText('Open the alert').map((words) => words.closest('a')?.getAttribute('href'));
  expect(links).toEqual(['/alerting/grafana/aifinops-new-rising/view']);
  expect(title()).toBe('Alerts are those of Prometheus’ rules and of Grafana’s own');
});

test.each([
  ['refuses', () => throwError(() => ({ status: 403, data: { message: 'no access' } })), /403: no access/],
  ['has other rules', () => of({ data: rules('Others', firing('search')) }), /Grafana’s own$/],
  ['answers nonsense', () => of({ data: { data: { groups: [null, { file: 'AI FinOps', rules: 3 }] } } }), /own$/],
])(
  'needs attention: a Grafana that %s is quiet, and the heading says whose alerts these are',
  async (_, answer, says) => {
    tells([]);
    asksGrafana(answer);
    render(<Page />);
    await waitFor(() => expect(text('attention')).toContain('Nothing: every budget lasts'));
    expect(title()).toMatch(says);
  }
);

test('needs attention: Grafana is not asked for what a person may not read, or where it has no rules', async () => {
  tells([]);
  const asked = asksGrafana(() => of({ data: {} }));
  const { user } = config.bootData;
  user.permissions = { 'annotations:read': true };
  const { unmount } = render(<Page />);
  await waitFor(() => expect(title()).toMatch(/you may not read/));
  unmount();
  delete user.permissions;
  config.unifiedAlertingEnabled = false;
  render(<Page />);
  await waitFor(() => expect(title()).toMatch(/evaluates no alert rules/));
  expect(asked).not.toHaveBeenCalled();
});

test('needs attention: a ledger that fails, in its words', async () => {
  stage.ledger = () => throwError(() => ({ status: 502, data: { message: 'bad gateway' } }));
  render(<Page />);
  await waitFor(() =>
    expect(text('attention')).toContain('The ledger could not say what is unusual: 502: bad gateway.')
  );
});

test('who may not ask is told who can let them', async () => {
  stage.reply = () => '403: Access denied';
  render(<Page />);
  expect(await screen.findByText('You may not see these numbers')).toBeInTheDocument();
  expect(screen.getByText(/An administrator can let you/)).toBeInTheDocument();
});
