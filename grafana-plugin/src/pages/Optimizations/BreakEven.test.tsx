import { fireEvent, render, screen } from '@testing-library/react';
import React from 'react';
import { readChoice } from '../../choice/readChoice.ts';
import { resetStage, stage, TODAY, YESTERDAY } from '../../components/frame/stage.fixture.tsx';
import { noBills } from '../../data/noBills.fixture.ts';
import { BreakEven } from './BreakEven.tsx';
import { CALCULATIONS } from './calculations.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const view = {
  source: { uid: 'prom', type: 'prometheus', name: 'Prometheus' },
  books: { today: TODAY, lastClosedDay: YESTERDAY, closedDays: [YESTERDAY], environments: [], calibration: noBills },
  scope: { environment: undefined },
  basis: undefined,
  choice: readChoice(''),
  onChoice: () => undefined,
};
const show = () => render(<BreakEven view={view} />);
const answer = () => screen.getByTestId('break-even-answer');

beforeEach(() => resetStage(() => []));

test('a commitment starts with the dearest provider’s forecast as a month, and what is typed counts', async () => {
  const month = 365 / 12 / 30;
  stage.reply = () => [
    ...Object.entries({ '0.1': 40_000, '0.5': 52_000, '0.9': 60_000 }).map(([quantile, usd]) => ({
      labels: { name: 'openai', quantile },
      values: [[TODAY, usd / month]] as [number, number][],
    })),
    { labels: { name: 'mistral_ai', quantile: '0.5' }, values: [[TODAY, 9]] },
  ];
  show();
  expect(await screen.findByDisplayValue('52000')).toBeInTheDocument();
  fireEvent.change(screen.getByLabelText('Committed, USD a month'), { target: { value: '45000' } });
  fireEvent.blur(screen.getByLabelText('Committed, USD a month'));
  fireEvent.change(screen.getByLabelText('Discount, %'), { target: { value: '13.5' } });
  fireEvent.blur(screen.getByLabelText('Discount, %'));
  expect(answer()).toHaveTextContent(
    'At expected use it saves $7,000 a month; at low use it loses $5,000, at high use it saves $8,100.'
  );
  fireEvent.change(screen.getByLabelText('Use a month at list, low'), { target: { value: '99999' } });
  fireEvent.blur(screen.getByLabelText('Use a month at list, low'));
  expect(answer()).toHaveTextContent('give low ≤ middle ≤ high');
});

test('without a forecast it starts with made-up numbers and says so', async () => {
  show();
  expect(await screen.findByText('Start values are made up: write yours over them.')).toBeVisible();
  fireEvent.click(screen.getByLabelText('Fine-tuning'));
  expect(answer()).toHaveTextContent('It pays back in 5.0 months; from then on it saves $900 a month.');
  fireEvent.click(screen.getByLabelText('Self-hosting'));
  expect(answer()).toHaveTextContent('Hosting loses $3,650 a month');
  expect(answer()).toHaveTextContent('It breaks even at 3,217 million tokens a month.');
});

test.each([
  ['fine_tuning', { tunedUsdPerCall: 1 }, ['It never pays back at these calls', 'No number of calls pays it back']],
  ['self_hosting', { usdPerMillion: 0.1 }, ['Hosting loses', 'It never breaks even']],
] as const)('%s that never pays says so', (id, more, words) => {
  const calculation = CALCULATIONS.find((one) => one.id === id);
  const start = Object.fromEntries((calculation?.fields ?? []).map((field) => [field.name, field.start]));
  const lines = calculation?.answer({ ...start, ...more }) ?? [];
  words.forEach((part, index) => expect(lines[index]).toContain(part));
});
