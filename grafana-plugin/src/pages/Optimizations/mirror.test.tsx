import { config, locationService } from '@grafana/runtime';
import { act, render, screen, waitFor } from '@testing-library/react';
import React, { useEffect } from 'react';
import { of, throwError } from 'rxjs';
import { answerLedger, resetStage, stage } from '../../components/frame/stage.fixture.tsx';
import type { EventEntry } from '../../data/lever.ts';
import { annotationDraft } from './annotationDraft.ts';
import { HandMade } from './HandMade.tsx';
import { readNewEvent } from './newEventHref.ts';
import { type Mirror, useMirror } from './useMirror.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const record = { lever: 'prompt_caching', date: '2026-11-04', owner: 'Ana', feature: 'search' };
const entry = (id: string): EventEntry => ({
  ...{ id, version: 1, state: 'open', action: 'create', at: '2026-11-04T09:00:00Z', by: { name: 'Ana' }, record },
});
const byHand = {
  ...{ id: 3, time: Date.UTC(2026, 10, 9, 15), timeEnd: Date.UTC(2026, 10, 9, 15), text: 'batch <b>on</b>' },
  tags: ['ai-finops', 'optimization', 'lever:batch_shifting', 'feature:chat', 'lever:magic'],
};
let asked: string[];
let annotations: unknown[];
let mirror: Mirror;

function Shown() {
  const own = useMirror();
  useEffect(() => {
    mirror = own;
  });
  return <HandMade mirror={own} />;
}

beforeEach(() => {
  locationService.replace('/a/aifinops-app/optimizations');
  resetStage(() => []);
  config.bootData.user.orgRole = 'Editor' as never;
  asked = [];
  annotations = [];
  answerLedger({ events: { events: [entry('cache')], next: null } });
  stage.grafana = (method, url, data) => {
    asked.push(`${method} ${url} ${JSON.stringify(data)?.slice(0, 21) ?? ''}`.trim());
    return of({ data: method === 'GET' ? annotations : {} });
  };
});

const LIST = 'GET /api/annotations?type=annotation&limit=5000&tags=ai-finops&tags=optimization';
const MADE = `POST /api/annotations {"time":${Date.UTC(2026, 10, 4)}`;

test('what is missing is made when an Editor comes, page by page of the records; a Viewer asks for nothing', async () => {
  const pages = [
    { events: [entry('cache')], next: '41' },
    { events: [entry('batch')], next: null },
  ];
  stage.ledger = (url) => of({ data: pages[url.includes('cursor=41') ? 1 : 0] });
  const { unmount } = render(<Shown />);
  await waitFor(() => expect(asked).toEqual([LIST, MADE, MADE]));
  unmount();
  config.bootData.user.orgRole = 'Viewer' as never;
  render(<Shown />);
  await act(() => Promise.resolve());
  expect(asked).toHaveLength(3);
});

test('one made by hand is offered, fills the form by its link, and becomes the mirror of its record', async () => {
  annotations = [byHand];
  render(<Shown />);
  expect(await screen.findByTestId('hand-made')).toHaveTextContent('Mon 9 Nov: batch on');
  const href = screen.getByText('Make it a record').closest('a')?.getAttribute('href') ?? '';
  expect(readNewEvent(new URL(href, 'http://x').search)).toEqual({
    draft: { lever: 'batch_shifting', date: '2026-11-09', feature: 'chat', note: 'batch on' },
    adopt: 3,
  });
  expect(annotationDraft({ ...byHand, timeEnd: Date.UTC(2026, 10, 12) }).fullDate).toBe('2026-11-12');
  await waitFor(() => expect(asked).toEqual([LIST, MADE]));
  act(() => mirror.onRecorded(entry('new'), 3));
  await waitFor(() => expect(asked).toEqual([LIST, MADE, `PATCH /api/annotations/3 ${MADE.slice(22)}`, LIST, MADE]));
});

test('a link cannot have an annotation rewritten that was not offered', async () => {
  annotations = [byHand];
  render(<Shown />);
  await screen.findByTestId('hand-made');
  act(() => mirror.onRecorded(entry('new'), 99));
  await waitFor(() => expect(asked).toEqual([LIST, MADE, LIST, MADE]));
});

test.each([
  [
    'Grafana refuses',
    () => (stage.grafana = () => throwError(() => ({ status: 403, data: { message: 'Access denied' } }))),
    '403: Access denied',
  ],
  [
    'the ledger fails',
    () => (stage.ledger = () => throwError(() => ({ status: 503, data: { error: 'disk full' } }))),
    '503: disk full',
  ],
  ['there are too many', () => (annotations = Array.from({ length: 5000 }, () => byHand)), '5000 annotations or more'],
])('where %s it says so and changes nothing; trying again helps', async (_why, fail, words) => {
  const { grafana, ledger } = stage;
  fail();
  render(<Shown />);
  expect(await screen.findByText(new RegExp(words))).toBeVisible();
  expect(asked.filter((one) => !one.startsWith('GET'))).toEqual([]);
  Object.assign(stage, { grafana, ledger });
  annotations = [];
  act(() => mirror.retry());
  await waitFor(() => expect(screen.queryByText(new RegExp(words))).toBeNull());
  expect(asked.at(-1)).toBe(MADE);
});

test('without a ledger nothing is asked of Grafana', async () => {
  stage.ledger = () => throwError(() => ({ status: 404 }));
  render(<Shown />);
  await act(() => Promise.resolve());
  expect(asked).toEqual([]);
});
