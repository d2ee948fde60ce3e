import { METRIC } from '@ai-finops/instrumentation/contract';
import { locationService } from '@grafana/runtime';
import { render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { Routed } from '../../../components/frame/Routed.fixture.tsx';
import { TODAY, answerLedger, resetStage, stage } from '../../../components/frame/stage.fixture.tsx';
import { featureWorth, nanoText, unitCost } from '../../../data/economics.fixture.ts';
import { books, company, day, one } from '../books.fixture.ts';
import { OverviewPage } from '../OverviewPage.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../../components/frame/stage.fixture.tsx').runtimeOnStage,
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

test('the brief holds the answers that exist, and says which do not', async () => {
  render(<Page />);
  await waitFor(() => expect(text('brief')).toContain('$1,000.13'));
  expect(text('brief')).toContain('AI cost, Sun 22 Nov');
  expect(text('brief')).toContain('No forecast yet: it needs two weeks of closed days.');
});

test('the brief names the worst and the best, and what loses money', async () => {
  const costly = (cents: number) => ({ period: unitCost(cents * 10, 1_000), week: unitCost(cents * 10, 1_000) });
  const losing = { since: '2026-11-02', isSinceStart: false, nanoUsdPerMonth: nanoText(412) };
  const features = [
    featureWorth('tagging', { ...costly(41), losing }),
    ...Array.from({ length: 7 }, (_, index) => featureWorth(`f${index}`, costly(10 + index))),
    featureWorth('unknown', { margin: null }),
  ];
  answerLedger({ economics: { features, tenants: [] } });
  render(<Page />);
  const rows = () =>
    [...screen.getByTestId('brief-worth').querySelectorAll('tbody th')].map((cell) => cell.textContent);
  await waitFor(() => expect(rows()).toEqual(['tagging', 'f6', 'f5', 'f2', 'f1', 'f0']));
  expect(text('brief')).toContain(
    '3 more between them. Loses money: tagging: $0.410 an answer, worth $0.300, since Mon 2 Nov, ≈ $412 a month, owner Jonas Weber.'
  );
});

test('the brief says what was saved, and how the newest bill agreed', async () => {
  const bounded = (usd: number) => ({ usd, low: usd * 0.8, high: usd * 1.2 });
  const levers = { levers: [{}, {}], saved: bounded(18_400), annual: bounded(61_000), expectedUsdPerYear: 0 };
  answerLedger({ levers });
  stage.reply = (expr) =>
    expr.includes(METRIC.billVariance) ? one(-0.008, { month: '2026-10', provider: 'openai' }) : books(expr);
  const { unmount } = render(<Page />);
  await waitFor(() =>
    expect(text('brief')).toContain('Savings realised: $18.4k ($14.7k – $22.1k) to date by 2 recorded optimizations')
  );
  expect(text('brief')).toMatch(/The estimate was within 0\.8.% of the bill of openai for/);
  unmount();
  answerLedger({ levers: { ...levers, levers: [] } });
  stage.reply = (expr) => (expr.includes(METRIC.billVariance) ? [] : books(expr));
  render(<Page />);
  await waitFor(() => expect(text('brief')).toContain('Savings realised: no optimization is recorded yet.'));
  expect(text('brief')).toContain('No bill was imported yet.');
});

test('the brief says the next quarter at half, expected and double usage', async () => {
  stage.reply = (expr) =>
    expr.includes('genai_forecast_usd{scope="total",horizon="90d"}')
      ? ['half', 'expected', 'double'].flatMap((scenario, index) =>
          ['0.1', '0.5', '0.9'].map((quantile) => ({
            labels: { scenario, quantile },
            values: [day(TODAY, 20_000 * 2 ** index * (Number(quantile) + 0.5))],
          }))
        )
      : books(expr);
  render(<Page />);
  await waitFor(() => expect(text('brief')).toContain('half usage $20.0k ($12.0k – $28.0k)'));
  expect(text('brief')).toContain('double usage $80.0k ($48.0k – $112k)');
});
