import { config, locationService } from '@grafana/runtime';
import { STEPS } from '@ai-finops/ledger/analysis';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { throwError } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import { TODAY, resetStage, answerLedger, closedBooks, stage } from '../../components/frame/stage.fixture.tsx';
import type { ProviderBill } from '../../data/reconciliation.ts';
import { cellColumns } from './cellColumns.ts';
import { billRows, type CellRow } from './cellRow.ts';
import { ReconciliationPage } from './ReconciliationPage.tsx';
import { stepBars } from '../../components/bill/stepBars.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const part = (step: string, nanoUsd: string, cause: string) => ({
  step,
  nanoUsd,
  cause,
  evidence: 'seen',
  action: 'Do.',
  needsAction: true,
});
const cell = {
  account: 'main',
  model: 'gpt-5-mini',
  component: 'input',
  owner: 'Jonas Weber',
  estimateNanoUsd: '10000000000',
  effectiveNanoUsd: '12000000000',
  estimateQuantity: '1000',
  billQuantity: '1200',
  status: 'red',
  parts: [part('volume', '2000000000', 'SAMPLING')],
};
const bill = {
  provider: 'openai',
  state: 'final',
  source: 'bill.csv',
  importedAt: '2026-11-03T00:00:00.000Z',
  revision: 2,
  status: 'red',
  estimateNanoUsd: '10000000000',
  billNanoUsd: '11000000000',
  steps: { ...Object.fromEntries(STEPS.map((step) => [step, '0'])), volume: '2000000000', credit: '-1000000000' },
  coverage: 1,
  cells: [cell],
  charges: [{ ...part('credit', '-1000000000', 'CREDIT'), description: 'promotion' }],
} as unknown as ProviderBill;
const month = {
  ...{ owner: 'Mara Lindt', providers: [bill] },
  withoutBill: [
    { provider: 'anthropic', estimateNanoUsd: '5000000000', isSelfHosted: false },
    { provider: 'vllm', estimateNanoUsd: '2000000000', isSelfHosted: true },
  ],
};
const revisions = [{ month: '2026-09' }, { month: '2026-10' }, { month: '2026-10' }];
const shares = [{ name: 'search', cents: '1100' }];

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/reconciliation');
  resetStage(closedBooks);
  config.bootData.user.orgRole = 'Admin' as never;
});
afterEach(() => jest.restoreAllMocks());

const show = () =>
  render(
    <Routed>
      <ReconciliationPage settings={{}} />
    </Routed>
  );

test('shows the newest month’s way from estimate to bill, what to fix, every cell and who pays', async () => {
  answerLedger({ bills: { revisions }, reconciliation: month, signoffs: { signoffs: [] }, chargeback: { shares } });
  show();
  expect(await screen.findByTestId('bill-value-openai')).toHaveTextContent('$11.00');
  const rows = within(screen.getByTestId('waterfall-openai'))
    .getAllByRole('row')
    .filter((row) => row.hasAttribute('data-step'));
  expect(rows.map((row) => row.getAttribute('data-step'))).toEqual([
    'estimate',
    'volume',
    'credit',
    'unexplained',
    'bill',
  ]);
  expect(rows.map((row) => row.querySelector('td')?.textContent)).toEqual([
    '$10.00',
    '+$2.00',
    '−$1.00',
    '$0',
    '$11.00',
  ]);
  expect(screen.getByTestId('what-to-fix')).toHaveTextContent('+$2.00 openai: records were sampled');
  expect(screen.getByTestId('reconciled-cells')).toHaveTextContent('openai · main · gpt-5-mini · input');
  expect(screen.getByTestId('without-bill')).toHaveTextContent(
    'Without a bill: anthropic, estimated $5.00 · vllm, estimated $2.00 (self-hosted, no bill expected)'
  );
  await waitFor(() => expect(screen.getByTestId('chargeback')).toHaveTextContent('All bills$11.00'));
});

const told = (providers: readonly object[], more: Readonly<Record<string, unknown>> = {}) =>
  answerLedger({
    bills: { revisions },
    reconciliation: { owner: null, providers, withoutBill: [] },
    signoffs: { signoffs: [] },
    chargeback: { shares: [] },
    ...more,
  });
const line = (name: string) =>
  [...screen.getByTestId('reconciled-cells').querySelectorAll<HTMLElement>('tr')].find(
    ({ dataset }) => (dataset['name'] ?? dataset['inner']) === name
  );
const cellsOf = (row: HTMLElement | undefined) => [...(row?.querySelectorAll('td') ?? [])].map((td) => td.textContent);

test('the table adds up to the bill, negative credits with it, and the CSV has their signs', async () => {
  told([bill]);
  show();
  await screen.findByTestId('reconciled-cells');
  expect(cellsOf(line('openai · promotion (charge)'))).toEqual(['$0', '−$1.00', '−$1.00', '–', '–', 'credit']);
  expect(cellsOf(screen.getByTestId('reconciled-cells-total')).slice(0, 3)).toEqual(['$10.00', '$11.00', '+$1.00']);
  expect(screen.queryByRole('button', { name: /promotion/ })).toBeNull();
  const [row] = billRows(bill).slice(1);
  expect(cellColumns.find(({ id }) => id === 'difference')?.value(row as CellRow)).toBe(-1);
});

test('a cell opens into its days, which lead to the calls of the day', async () => {
  const amounts = { estimateQuantity: '500', billQuantity: null };
  const days = [
    {
      day: '2026-10-01',
      through: '2026-10-31',
      estimateNanoUsd: null,
      estimateQuantity: null,
      effectiveNanoUsd: '9',
      billQuantity: '9',
    },
    { ...amounts, day: '2026-10-02', through: null, estimateNanoUsd: '5000000000', effectiveNanoUsd: null },
    { ...amounts, day: '2026-10-03', through: null, estimateNanoUsd: '5000000000', effectiveNanoUsd: '12000000000' },
  ];
  told([bill], { 'reconciliation/days': { days } });
  show();
  fireEvent.click(await screen.findByRole('button', { name: /^Open openai · main · gpt-5-mini · input: by day/ }));
  await waitFor(() => expect(line('2026-10-03')).toBeDefined());
  expect(cellsOf(line('2026-10-03')).slice(0, 5)).toEqual(['$5.00', '$12.00', '+$7.00', '500', 'not told']);
  expect(cellsOf(line('2026-10-02')).slice(0, 5)).toEqual(['$5.00', 'in one charge', '–', '500', '–']);
  expect(cellsOf(line('2026-10-01 to 2026-10-31, one charge')).slice(0, 3)).toEqual(['by day', '$0.000000009', '–']);
  expect(stage.told.find((url) => url.includes('reconciliation/days'))?.split('?')[1]).toBe(
    'month=2026-10&provider=openai&account=main&model=gpt-5-mini&component=input'
  );
  const href = new URL(line('2026-10-03')?.querySelector('a')?.href ?? '');
  expect(href.pathname).toBe('/a/aifinops-app/requests');
  expect(Object.fromEntries(href.searchParams)).toMatchObject({
    time: '2026-10-03..2026-10-03',
    'var-provider': 'openai',
    'var-model': 'gpt-5-mini',
  });
});

test('days that could not be asked for are said, not left out', async () => {
  told([bill]);
  const ledger = stage.ledger;
  stage.ledger = (url) =>
    url.includes('reconciliation/days')
      ? throwError(() => ({ status: 503, data: { message: 'the disk is full' } }))
      : ledger(url);
  show();
  fireEvent.click(await screen.findByRole('button', { name: /^Open openai · main/ }));
  expect(await screen.findByText(/the disk is full/)).toBeVisible();
});

test('a bill of nothing is a bill: $0, all of the estimate unbilled', async () => {
  const steps = { ...bill.steps, volume: '-10000000000', credit: '0' };
  const none = {
    ...cell,
    effectiveNanoUsd: '0',
    billQuantity: '0',
    parts: [part('volume', '-10000000000', 'NOT_BILLED')],
  };
  told([{ ...bill, billNanoUsd: '0', coverage: null, steps, cells: [none], charges: [] }]);
  show();
  expect(await screen.findByTestId('bill-value-openai')).toHaveTextContent('$0');
  expect(screen.getByTestId('bill-openai')).toHaveTextContent('no usage billed');
  expect(cellsOf(screen.getByTestId('reconciled-cells-total')).slice(0, 3)).toEqual(['$10.00', '$0', '−$10.00']);
});

test('a month that runs is open, and its bill is none that could be taken for the last', async () => {
  told([{ ...bill, state: 'open' }]);
  show();
  expect(within(await screen.findByTestId('bill-openai')).getByText('open')).toBeVisible();
});

test('a bill without quantities has none: the difference is no volume and no price', async () => {
  const steps = { ...Object.fromEntries(STEPS.map((step) => [step, '0'])), unexplained: '2000000000' };
  const blind = { ...cell, billQuantity: null, parts: [part('unexplained', '2000000000', 'NO_QUANTITY')] };
  told([{ ...bill, billNanoUsd: '12000000000', steps, cells: [blind], charges: [] }]);
  show();
  await screen.findByTestId('reconciled-cells');
  expect(cellsOf(line('openai · main · gpt-5-mini · input'))[4]).toBe('not told');
  const drawn = [...screen.getByTestId('waterfall-openai').querySelectorAll<HTMLElement>('[data-step]')];
  expect(drawn.map(({ dataset }) => dataset['step'])).toEqual(['estimate', 'unexplained', 'bill']);
  expect(screen.getByTestId('waterfall-openai')).toHaveTextContent('Unexplained+$2.00');
});

test('a month is signed with a name, and opened again with a reason', async () => {
  const signed = {
    id: '2026-10:openai',
    version: 1,
    state: 'signed',
    at: '2026-11-04T00:00:00Z',
    by: { name: 'ana' },
    record: { month: '2026-10', provider: 'openai', name: 'Ana', billNanoUsd: '11000000000' },
  };
  answerLedger({ bills: { revisions }, reconciliation: month, signoffs: { signoffs: [] }, chargeback: { shares } });
  show();
  const button = await screen.findByRole('button', { name: 'Sign off' });
  expect(button).toBeDisabled();
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Ana' } });
  answerLedger({
    bills: { revisions },
    reconciliation: month,
    signoffs: { signoffs: [signed] },
    chargeback: { shares },
  });
  fireEvent.click(button);
  expect(await screen.findByText(/Signed 2026-11-04: Ana/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Reopen' })).toBeDisabled();
  expect(screen.queryByText(/Changed since/)).toBeNull();
});

test('a bill or books that changed since they were signed are said', async () => {
  const record = { month: '2026-10', provider: 'openai', name: 'Ana', billNanoUsd: '10500000000' };
  const signed = { id: 'x', version: 1, state: 'signed', at: '2026-11-04T00:00:00Z', by: { name: 'ana' } };
  told([bill], { signoffs: { signoffs: [{ ...signed, record: { ...record, estimateNanoUsd: '10000000000' } }] } });
  show();
  expect(await screen.findByText('Changed since it was signed: the bill was $10.50, and is $11.00')).toBeVisible();
  expect(screen.getByText(/Reopen the month and sign it again/)).toBeVisible();
});

test('who may not sign is told who can', async () => {
  config.bootData.user.orgRole = 'Viewer' as never;
  answerLedger({ bills: { revisions }, reconciliation: month, signoffs: { signoffs: [] }, chargeback: { shares } });
  show();
  expect(await screen.findByText(/Who has the permission/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Sign off' })).toBeNull();
});

test('without a bill it says how to import one', async () => {
  answerLedger({ bills: { revisions: [] } });
  show();
  expect(await screen.findByText('No bill was imported yet')).toBeVisible();
  expect(screen.getByText(/^ai-finops bills import/)).toBeVisible();
});

test('without a ledger, and where it fails, it says so', async () => {
  answerLedger({});
  show();
  expect(await screen.findByText('The ledger’s address is not set')).toBeVisible();
});

test('bars follow each other from the estimate to the bill', () => {
  expect(stepBars(bill).bars.map(({ step, start, length }) => [step, start, length])).toEqual([
    ['volume', 1 / 3, 2 / 3],
    ['credit', 2 / 3, 1 / 3],
    ['unexplained', 2 / 3, 0],
  ]);
  expect(stepBars(bill).from).toBe(9);
  expect(stepBars({ ...bill, estimateNanoUsd: '1000000000' }).from).toBe(0);
});
