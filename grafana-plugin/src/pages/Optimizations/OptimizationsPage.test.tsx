import { config, locationService } from '@grafana/runtime';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { of, throwError } from 'rxjs';
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
  opportunities: [idea, { ...idea, lever: 'tier_routing', state: 'needs_evaluation' }],
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
  const [first, second] = list.getAllByRole('listitem');
  expect(first).toHaveTextContent('Shift to batch: summaries · background · gpt-5.4$900/mo ($400 – $1,700) · days');
  expect(second).toHaveTextContent('Route to a smaller model');
  expect(second).toHaveTextContent('needs evaluation first');
  expect(list.getByText('and 3 smaller ones')).toBeVisible();
  expect(screen.getByTestId('open-ideas')).toHaveTextContent('$900');
});

const follow = (words: HTMLElement | undefined) =>
  act(() => locationService.push(words?.closest('a')?.getAttribute('href') ?? ''));
// What a whole page's elements are called by role takes seconds to compute.
const form = async () => within(await screen.findByLabelText('Optimization', { selector: 'form' }));

test('an idea becomes an event by a link: the form starts with it, and without it the page is as before', async () => {
  locationService.replace('/a/aifinops-app/optimizations?var-team=Search&lever=contract&environment=staging');
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
  expect(locationService.getLocation().search).toBe('?var-team=Search&environment=staging');
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

describe('annotations mirror the records', () => {
  const record = { lever: 'prompt_caching', date: '2026-11-04', owner: 'Ana', feature: 'search' };
  const entry = { id: 'cache', version: 1, state: 'open', action: 'create', at: '2026-11-04T09:00:00Z', record };
  const events = { events: [{ ...entry, by: { name: 'Ana' } }], next: null };
  const byHand = {
    id: 3,
    time: Date.UTC(2026, 10, 9, 15),
    timeEnd: 0,
    tags: ['ai-finops', 'optimization', 'lever:batch_shifting', 'feature:chat'],
    text: 'batch <b>on</b>',
  };
  let asked: [string, string, unknown][];
  let annotations: unknown[];

  beforeEach(() => {
    asked = [];
    annotations = [];
    answerLedger({ levers, opportunities, events });
    stage.grafana = (method, url, data) => {
      asked.push([method, url, data]);
      return of({ data: method === 'GET' ? annotations : {} });
    };
  });

  test('what is missing is made when an Editor opens the page; a Viewer asks for nothing', async () => {
    const { unmount } = show();
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[0]?.[1]).toBe('/api/annotations?type=annotation&limit=5000&tags=ai-finops&tags=optimization');
    expect(asked[1]).toMatchObject(['POST', '/api/annotations', { time: Date.UTC(2026, 10, 4) }]);
    unmount();
    asked = [];
    config.bootData.user.orgRole = 'Viewer' as never;
    show();
    await ideas();
    expect(asked).toEqual([]);
  });

  test('one made by hand is offered, fills the form, and becomes the mirror of its record', async () => {
    annotations = [byHand];
    show();
    expect(await screen.findByTestId('hand-made')).toHaveTextContent('Mon 9 Nov: batch on');
    follow(screen.getByText('Make it a record'));
    const { getByLabelText, getByText } = await form();
    expect(getByLabelText(/^Date/)).toHaveValue('2026-11-09');
    expect(getByLabelText(/^Feature/)).toHaveValue('chat');
    expect(getByLabelText(/^Note/)).toHaveValue('batch on');
    fireEvent.change(getByLabelText(/^Owner/), { target: { value: 'Ana' } });
    answerLedger({ levers, opportunities, events: events.events[0] });
    fireEvent.click(getByText('Record'));
    await waitFor(() => expect(asked.map(([method, url]) => `${method} ${url}`)).toContain('PATCH /api/annotations/3'));
    expect(locationService.getLocation().search).toBe('');
  });

  test('a link cannot have an annotation rewritten that was not offered', async () => {
    locationService.replace('/a/aifinops-app/optimizations?new=1&adopt=99&lever=other&date=2026-11-04&owner=Ana');
    show();
    const { getByText } = await form();
    await waitFor(() => expect(asked).toHaveLength(2));
    answerLedger({ levers, opportunities, events: events.events[0] });
    fireEvent.click(getByText('Record'));
    await waitFor(() => expect(locationService.getLocation().search).toBe(''));
    expect(asked.some(([method]) => method === 'PATCH')).toBe(false);
  });

  test('where Grafana refuses, it says so, and the page stays', async () => {
    stage.grafana = () => throwError(() => ({ status: 403, data: { message: 'Access denied to create annotations' } }));
    show();
    expect(await screen.findByText(/403: Access denied to create annotations/)).toBeVisible();
    expect(screen.getByText('No optimization is recorded yet')).toBeVisible();
    stage.grafana = () => of({ data: [] });
    fireEvent.click(screen.getByText('Retry'));
    await waitFor(() => expect(screen.queryByText(/Access denied/)).toBeNull());
  });
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
