import { config, locationService } from '@grafana/runtime';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { throwError } from 'rxjs';
import { Routed } from '../../components/frame/Routed.fixture.tsx';
import { TODAY, resetStage, stage, answerLedger, closedBooks } from '../../components/frame/stage.fixture.tsx';
import { OptimizationsPage } from './OptimizationsPage.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const scope = { feature: 'summaries', requestType: 'background', provider: 'openai', model: 'gpt-5.4' };
const idea = {
  lever: 'batch_shifting',
  scope,
  serviceTier: 'default',
  state: 'counted',
  monthly: { usd: 900, low: 400, high: 1700 },
  effort: 'days',
  working: 'Batch costs half.',
};
const opportunities = {
  from: '2026-10-26',
  through: '2026-11-22',
  spentUsdPerMonth: 30_000,
  total: { usd: 900, low: 400, high: 1700 },
  opportunities: [
    idea,
    { ...idea, lever: 'tier_routing', state: 'needs_evaluation' },
    { ...idea, lever: 'contract', state: 'needs_offer', scope: { provider: 'openai' }, serviceTier: '' },
  ],
  left: 3,
};
const zero = { usd: 0, low: 0, high: 0 };
const levers = { levers: [], saved: zero, annual: zero, expectedUsdPerYear: 0 };

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY + 11 * 3_600_000);
  locationService.replace('/a/aifinops-app/optimizations');
  resetStage(closedBooks);
  config.bootData.user.orgRole = 'Editor' as never;
});
afterEach(() => jest.restoreAllMocks());

const show = () =>
  render(
    <Routed>
      <OptimizationsPage prometheusUid={undefined} />
    </Routed>
  );
const ideas = async () => within(await screen.findByTestId('opportunities'));

test('ideas are ranked under one total, and what nobody evaluated says so', async () => {
  answerLedger({ levers, opportunities });
  show();
  const list = await ideas();
  expect(list.getByText(/\$900 a month \(\$400 – \$1,700\)/)).toBeVisible();
  const [first, second, third] = list.getAllByRole('listitem');
  expect(first).toHaveTextContent('Shift to batch: summaries · background · gpt-5.4$900/mo ($400 – $1,700) · days');
  expect(second).toHaveTextContent('Route to a smaller model');
  expect(second).toHaveTextContent('needs evaluation first');
  expect(third).toHaveTextContent('Ask for a contract: openaineeds an offer first · days');
  expect(list.getByText('and 3 smaller ones')).toBeVisible();
  expect(screen.getByTestId('open-ideas')).toHaveTextContent('$900');
});

const follow = (words: HTMLElement | undefined) =>
  act(() => locationService.push(words?.closest('a')?.getAttribute('href') ?? ''));
// What a whole page's elements are called by role takes seconds to compute.
const form = async () => within(await screen.findByLabelText('Optimization', { selector: 'form' }));

test('an idea becomes an event by a link: the form starts with it, and without it the page is as before', async () => {
  locationService.replace('/a/aifinops-app/optimizations?lever=contract&environment=staging');
  answerLedger({ levers, opportunities });
  show();
  const list = await ideas();
  follow(list.getAllByText('Make it an event')[0]);
  const { getByLabelText, getByText } = await form();
  expect(getByLabelText(/^Feature/)).toHaveValue('summaries');
  expect(getByLabelText(/^Model/)).toHaveValue('gpt-5.4');
  expect(getByLabelText(/^Expected saving/)).toHaveValue('900.00');
  expect(getByLabelText(/^Lever/)).toHaveValue('batch shifting');
  expect(getByLabelText(/^Environment/)).toHaveValue('staging');
  fireEvent.click(getByText('Cancel'));
  expect(locationService.getLocation().search).toBe('?environment=staging');
});

test('the form starts with what a link from outside says, whatever it says', async () => {
  const said = { lever: 'free_lunch', feature: '<b>"x"&y', date: 'soon', color: 'red', note: 'from the pipeline' };
  locationService.replace(`/a/aifinops-app/optimizations?${new URLSearchParams({ new: '1', ...said }).toString()}`);
  answerLedger({ levers, opportunities });
  show();
  const { getByLabelText, getByText } = await form();
  expect(getByLabelText(/^Feature/)).toHaveValue('<b>"x"&y');
  expect(getByLabelText(/^Note/)).toHaveValue('from the pipeline');
  expect(getByLabelText(/^Lever/)).toHaveValue('');
  expect(getByLabelText(/^Environment/)).toHaveValue('production');
  fireEvent.click(getByText('Record'));
  expect(getByText('Choose what was done.')).toBeInTheDocument();
  expect(stage.told.some((url) => /events$/.test(url))).toBe(false);
});

test('a control group is chosen by feature and model, and not of what the optimization touches', async () => {
  const said = { lever: 'other', date: '2026-11-04', owner: 'Ana', feature: 'search', controlFeatures: 'chat, search' };
  locationService.replace(`/a/aifinops-app/optimizations?${new URLSearchParams({ new: '1', ...said }).toString()}`);
  answerLedger({ levers, opportunities });
  show();
  const { getByText, getByLabelText } = await form();
  expect(getByLabelText(/^Control group: models/)).toBeInTheDocument();
  fireEvent.click(getByText('Record'));
  expect(getByText(/^search is what the optimization was done to/)).toBeInTheDocument();
  fireEvent.change(getByLabelText(/^Feature/), { target: { value: 'tagging' } });
  fireEvent.click(getByText('Record'));
  await waitFor(() => expect(stage.told.some((url) => url.endsWith('/ledger/events'))).toBe(true));
});

test('an idea becomes a decision once it has an owner', async () => {
  answerLedger({ levers, opportunities, decisions: {} });
  const answers = stage.ledger;
  const posted: unknown[] = [];
  stage.ledger = (url, data) => {
    if (url.includes('/ledger/decisions')) {
      posted.push(data);
    }
    return answers(url, data);
  };
  show();
  const list = await ideas();
  fireEvent.click(list.getAllByRole('button', { name: 'Make it a decision', hidden: true })[0] as HTMLElement);
  const button = list.getByRole('button', { name: 'Record the decision', hidden: true });
  expect(button).toBeDisabled();
  fireEvent.change(list.getByLabelText('Owner'), { target: { value: 'Ana' } });
  fireEvent.click(button);
  await waitFor(() => expect(list.queryByRole('button', { name: 'Record the decision', hidden: true })).toBeNull());
  expect(posted).toEqual([
    {
      action: 'create',
      record: expect.objectContaining({
        what: 'Shift to batch: summaries · background · gpt-5.4',
        why: 'Batch costs half.',
        owner: 'Ana',
        expectedUsdPerMonth: '900.00',
        links: [{ to: 'feature', id: 'summaries' }],
      }),
    },
  ]);
});

test('a refused decision says why and keeps what was typed', async () => {
  answerLedger({ levers, opportunities });
  const answers = stage.ledger;
  stage.ledger = (url, data) =>
    url.includes('/ledger/decisions')
      ? throwError(() => ({ status: 400, data: { error: 'due is before today' } }))
      : answers(url, data);
  show();
  const list = await ideas();
  fireEvent.click(list.getAllByRole('button', { name: 'Make it a decision', hidden: true })[0] as HTMLElement);
  fireEvent.change(list.getByLabelText('Owner'), { target: { value: 'Ana' } });
  fireEvent.click(list.getByRole('button', { name: 'Record the decision', hidden: true }));
  expect(await list.findByText('due is before today')).toBeInTheDocument();
  expect(list.getByLabelText('Owner')).toHaveValue('Ana');
});

test.each([
  [null, 'They are looked for once days are closed.'],
  ['2026-10-26', 'Nothing found in the last four weeks.'],
])('without ideas from %s it says why', async (from, words) => {
  answerLedger({ levers, opportunities: { ...opportunities, from, total: zero, opportunities: [], left: 0 } });
  show();
  expect((await ideas()).getByText(words)).toBeVisible();
});

test('an answer without a list says so, and the log stays', async () => {
  answerLedger({ levers, opportunities: {} });
  show();
  expect(await screen.findByText(/holds no list of opportunities/)).toBeVisible();
  expect(screen.getByText('No optimization is recorded yet')).toBeVisible();
});

test('a viewer sees ideas and cannot record them; an older ledger has none', async () => {
  config.bootData.user.orgRole = 'Viewer' as never;
  answerLedger({ levers, opportunities });
  const { unmount } = show();
  const list = await ideas();
  expect(list.queryByRole('link', { name: 'Make it an event', hidden: true })).toBeNull();
  unmount();
  answerLedger({ levers });
  show();
  expect(await screen.findByText('No optimization is recorded yet')).toBeVisible();
  expect(screen.queryByTestId('opportunities')).toBeNull();
});
