import { locationService } from '@grafana/runtime';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { throwError } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import {
  type Reply,
  TODAY,
  YESTERDAY,
  answerLedger,
  askedFor,
  resetStage,
  stage,
} from '../../components/frame/stage.fixture.tsx';
import { featureWorth, unitCost } from '../../data/economics.fixture.ts';
import { AttributionPage } from './AttributionPage.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const HOSTILE = '"} or vector(1) #\n<img src=x onerror=alert(1)>';

const one = (value: number, labels = {}): Reply => [{ labels, values: [[TODAY, value]] }];

/** One feature with a hostile name, one unallocated; twice the cost it had before. */
function books(expr: string): Reply {
  if (expr.startsWith('max(last_over_time(genai_daily_close_complete')) {
    return [{ values: [[YESTERDAY, 1]] }];
  }
  if (expr.startsWith('group by (environment)')) {
    return one(1, { environment: 'production' });
  }
  if (expr.startsWith('sum by (feature) (sum_over_time(genai_daily_feature_cost_usd')) {
    return [...(one(80, { feature: HOSTILE }) as []), ...(one(20, { feature: 'unallocated' }) as [])];
  }
  if (expr.startsWith('sum(sum_over_time(genai_daily_feature_cost_usd')) {
    return one(100);
  }
  if (expr.startsWith('sum by (feature) (sum_over_time(genai_daily_feature_requests')) {
    return one(400, { feature: HOSTILE });
  }
  if (expr.startsWith('sum by (model)')) {
    return one(80, { model: 'gpt-5-mini' });
  }
  return [];
}

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/attribution?period=7d');
  resetStage(books);
});

afterEach(() => jest.restoreAllMocks());

const show = () =>
  render(
    <Routed>
      <AttributionPage settings={{}} />
    </Routed>
  );
const row = (name: string) =>
  [...screen.getByTestId('attribution').querySelectorAll('tr')].find((line) => line.dataset['name'] === name);

test('answers with the selection, and rows that add up to it, whatever their names', async () => {
  show();
  await screen.findByTestId('attribution');
  expect(screen.getByTestId('selection-value')).toHaveTextContent('$100.00');
  expect(screen.getByTestId('selection-days')).toHaveTextContent('Mon 16 Nov – Sun 22 Nov');
  expect(row(HOSTILE)).toHaveTextContent('$80.00');
  expect(row('unallocated')).toHaveTextContent('$20.00');
  expect(screen.getByTestId('attribution').querySelector('img')).toBeNull();
  const lines = [...screen.getByTestId('attribution').querySelectorAll('tbody tr')] as HTMLElement[];
  expect(lines.at(-1)?.dataset['name']).toBe('unallocated');
});

test('a row’s name narrows the page to it, escaped in URL and query; the breadcrumb leads back', async () => {
  show();
  await screen.findByTestId('attribution');
  const href = row(HOSTILE)?.querySelector('a')?.getAttribute('href') ?? '';
  act(() => locationService.push(href));
  await waitFor(() =>
    expect(askedFor()).toContain(
      'sum by (model) (sum_over_time(genai_daily_cost_usd{environment="production",feature="\\"} or vector(1) #\\n<img src=x onerror=alert(1)>"}[6d1h]))'
    )
  );
  const back = await screen.findByRole('link', { name: 'All AI cost' });
  expect(back).toHaveAttribute('href', '/a/aifinops-app/attribution?period=7d');
});

test('calibrated to the bill, the selection is the sum of its rows and says by which bill', async () => {
  locationService.replace('/a/aifinops-app/attribution?period=7d&basis=bill');
  const times = '* on (provider) group_left () (label_replace(vector(1.25), "provider", "openai", "", ""))';
  stage.reply = (expr) => {
    if (expr === 'genai_provider_calibration_ratio') {
      return one(1.25, { provider: 'openai', month: '2026-10' });
    }
    const isPeriod = expr.includes(times) && expr.includes('sum_over_time') && !expr.includes('offset');
    if (isPeriod && expr.startsWith('sum by (feature) (sum by (feature, provider)')) {
      return [...(one(100, { feature: HOSTILE }) as []), ...(one(20, { feature: 'unallocated' }) as [])];
    }
    return isPeriod && expr.startsWith('sum(sum by (provider)') ? one(120) : books(expr);
  };
  show();
  await screen.findByText('$120.00', { selector: '[data-testid=selection-value] *, [data-testid=selection-value]' });
  expect(screen.getByTestId('selection')).toHaveTextContent('calibrated, bill of October 2026');
  expect(row(HOSTILE)).toHaveTextContent('$100.00');
  expect(row('unallocated')).toHaveTextContent('$20.00');
  const breadth = askedFor().filter((expr) => /^sum by \(feature, provider, model\)/.test(expr));
  expect(breadth.some((expr) => expr.includes('cost_usd') && !expr.includes('vector(1.25)'))).toBe(false);
});

test('a row opens into a second label, and stays open in the URL', async () => {
  show();
  await screen.findByTestId('attribution');
  fireEvent.click(screen.getByRole('button', { name: /^Open unallocated/ }));
  await waitFor(() =>
    expect(screen.getByTestId('attribution').querySelector('[data-inner="gpt-5-mini"]')).not.toBeNull()
  );
  expect(locationService.getSearchObject()).toMatchObject({ open: 'unallocated' });
});

test('what is not kept is said in words, in the columns and in what changed', async () => {
  locationService.replace('/a/aifinops-app/attribution?var-tenant=acme&by=model');
  show();
  await waitFor(() =>
    expect(screen.getByTestId('what-changed')).toHaveTextContent('It can’t be said for this selection')
  );
  expect(askedFor().filter((expr) => expr.includes('acme') && expr.includes('model'))).toEqual([]);
  expect(screen.getByText(/The days have no answer: not kept by model and tenant/)).toBeInTheDocument();
});

test('says who said what when Prometheus fails half-way', async () => {
  stage.reply = (expr) => (expr.includes('requests') ? 'too many samples' : books(expr));
  show();
  expect(await screen.findByText(/questions got no answer/)).toBeInTheDocument();
  expect(screen.getByTestId('selection-value')).toHaveTextContent('$100.00');
});

test('an outcome of a feature costs what page Value says, and several units have no cost in common', async () => {
  answerLedger({
    economics: {
      features: [
        featureWorth(HOSTILE, { period: unitCost(115.6, 400) }),
        featureWorth('chat', { unit: 'ticket', period: unitCost(8, 4) }),
      ],
      tenants: [],
    },
  });
  locationService.replace('/a/aifinops-app/attribution?period=7d&columns=value');
  const { unmount } = show();
  await waitFor(() => expect(row(HOSTILE)).toHaveTextContent('$80.00400$0.289no scores'));
  expect(row('unallocated')).toHaveTextContent('no outcomes');
  expect(screen.getByTestId('attribution-total')).toHaveTextContent('several units');
  unmount();
  locationService.replace(
    `/a/aifinops-app/attribution?period=7d&columns=value&by=model&var-feature=${encodeURIComponent(HOSTILE)}`
  );
  show();
  await waitFor(() => expect(screen.getByTestId('attribution-total')).toHaveTextContent('400$0.289'));
  expect(row('gpt-5-mini')).toHaveTextContent('not kept');
});

test('without a ledger an outcome’s cost is that of its calls, and says so', async () => {
  stage.reply = (expr) => (expr.includes('genai_daily_work_units') ? one(320, { feature: HOSTILE }) : books(expr));
  locationService.replace('/a/aifinops-app/attribution?period=7d&columns=value');
  show();
  await waitFor(() => expect(row(HOSTILE)).toHaveTextContent('320$0.250, inference only'));
});

const finding = (rest: object) => ({
  ...{ rule: 'retiring_model', feature: 'search', requestType: '', provider: 'openai', model: 'gpt-5-mini' },
  ...{
    requests: '7',
    costNanoUsd: '80000000000',
    sentence: `${HOSTILE} goes`,
    retires: '2026-12-11',
    isPast: false,
    since: null,
  },
  ...rest,
});

test('by model, what is not as the owners file says stands above the table, and each model’s terms in it', async () => {
  answerLedger({
    policy: {
      ...{ from: '2026-10-26', through: '2026-11-22' },
      findings: [
        finding({}),
        finding({ rule: 'top_tier_default', requestType: 'answer', sentence: 'of another type' }),
        ...['a', 'b', 'c', 'd'].map((feature) => finding({ feature, sentence: `of ${feature}` })),
      ],
    },
  });
  stage.reply = (expr) => {
    const info = { provider: 'openai', model: 'gpt-5-mini', tier: 'middle', approved: 'true', retires: '2026-12-11' };
    return expr.startsWith('group by (provider, model, tier') ? one(1, info) : books(expr);
  };
  locationService.replace('/a/aifinops-app/attribution?by=model');
  show();
  const part = await screen.findByTestId('policy');
  expect(part).toHaveTextContent('Model policy (6)');
  expect(part).toHaveTextContent('Of the calls of 2026-10-26 to 2026-11-22, all environments');
  expect(part.querySelectorAll('li')).toHaveLength(5);
  expect(part.querySelector('[data-rule="retiring_model"]')).toHaveTextContent(
    `Retires: ${HOSTILE.replace('\n', ' ')} goes`
  );
  expect(part.querySelector('img')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show 1 more' }));
  expect(part.querySelectorAll('li')).toHaveLength(6);
  expect(row('gpt-5-mini')).toHaveTextContent(/middle.*yes.*2026-12-11/);
});

test('findings are of the selection; none is said, too, and a ledger that does not look says nothing', async () => {
  answerLedger({ policy: { from: '2026-10-26', through: '2026-11-22', findings: [finding({})] } });
  locationService.replace('/a/aifinops-app/attribution?by=model&var-feature=chat');
  const { unmount } = show();
  expect(await screen.findByText(/Nothing found in the calls of/)).toBeInTheDocument();
  unmount();
  resetStage(books);
  show();
  await screen.findByTestId('attribution');
  expect(screen.queryByTestId('policy')).toBeNull();
});

test('a ledger that could not say what is not as it should be is told of', async () => {
  stage.ledger = () => throwError(() => ({ status: 502 }));
  locationService.replace('/a/aifinops-app/attribution?by=model');
  show();
  expect(await screen.findByText('Grafana does not reach the ledger')).toBeInTheDocument();
});

test('what changed says whether it is the books or inferred, and why the books did not say it', async () => {
  answerLedger({ segments: { segments: [] } });
  const { unmount } = show();
  await waitFor(() => expect(screen.getByTestId('what-changed')).toHaveAttribute('data-from', 'books'));
  expect(screen.getByTestId('what-changed')).not.toHaveTextContent('inferred');
  unmount();
  stage.ledger = () => throwError(() => ({ status: 502 }));
  show();
  await waitFor(() => expect(screen.getByTestId('what-changed')).toHaveAttribute('data-from', 'prometheus'));
  expect(screen.getByTestId('what-changed')).toHaveTextContent(
    'inferred from Prometheus: the ledger did not say them, 502'
  );
});
