import { config } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { of, throwError } from 'rxjs';
import { resetStage, stage, TODAY } from '../../components/frame/stage.fixture.tsx';
import type { ProviderBill } from '../../data/reconciliation.ts';
import { gaps } from './gaps.ts';
import { WhatToFix } from './WhatToFix.tsx';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

const part = (cause: string, usd: number, needsAction = true) => ({
  ...{ step: 'volume', nanoUsd: `${usd}000000000`, cause, needsAction },
  ...{ evidence: 'no call names it', action: needsAction ? 'Add the import there.' : 'Nothing: it is a tax.' },
});
const cell = (account: string, owner: string | null, parts: readonly object[]) => ({
  ...{ account, model: null, component: null, owner, parts },
});
const bill = {
  provider: 'openai',
  cells: [
    cell('notebooks', 'Tom Okafor', [part('UNINSTRUMENTED', 20)]),
    cell('main', 'Jonas Weber', [part('SAMPLING', 3)]),
    cell('chat', 'Priya Nair', [part('SAMPLING', 2)]),
    cell('other', null, [part('CACHE_READ', -1)]),
  ],
  charges: [{ ...part('TAX', 7, false), description: 'VAT' }],
} as unknown as ProviderBill;

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TODAY);
  resetStage(() => []);
  config.bootData.user.orgRole = 'Editor' as never;
});
afterEach(() => jest.restoreAllMocks());

const show = () => render(<WhatToFix month="2026-10" providers={[bill]} owner="Mara Lindt" />);
const item = (cause: string) =>
  within(document.querySelector<HTMLElement>(`[data-cause=${cause}]`) ?? document.createElement('li'));

test('gaps are added up by provider and cause, the largest first; what is several people’s is the month’s owner’s', () => {
  expect(gaps([bill], 'Mara Lindt').map(({ cause, nanoUsd, owner }) => [cause, nanoUsd, owner])).toEqual([
    ['UNINSTRUMENTED', 20_000_000_000n, 'Tom Okafor'],
    ['TAX', 7_000_000_000n, 'Mara Lindt'],
    ['SAMPLING', 5_000_000_000n, 'Mara Lindt'],
    ['CACHE_READ', -1_000_000_000n, null],
  ]);
});

test('what is to be fixed has an owner; what is as it should be needs none', () => {
  show();
  expect(screen.getByRole('heading', { name: 'What to fix (3)' })).toBeVisible();
  expect(screen.getByRole('heading', { name: 'As it should be (1)' })).toBeVisible();
  expect(item('UNINSTRUMENTED').getByTestId('gap-owner')).toHaveTextContent('Owner Tom Okafor');
  expect(item('CACHE_READ').getByTestId('gap-owner')).toHaveTextContent('Owner unknown');
  expect(item('TAX').queryByTestId('gap-owner')).toBeNull();
  expect(item('TAX').queryByRole('button')).toBeNull();
});

test('it becomes a decision of its owner, which names the month; refused, it stays to be sent again', async () => {
  const told: unknown[] = [];
  stage.ledger = () => throwError(() => ({ status: 503, data: { error: 'the disk is full' } }));
  show();
  fireEvent.click(item('UNINSTRUMENTED').getByRole('button', { name: 'Make it a decision' }));
  expect(screen.getByLabelText('Owner')).toHaveValue('Tom Okafor');
  fireEvent.click(screen.getByRole('button', { name: 'Record the decision' }));
  expect(await screen.findByText('the disk is full')).toBeVisible();
  stage.ledger = (url, data) => {
    told.push([url, data]);
    return of({ data: {} });
  };
  fireEvent.click(screen.getByRole('button', { name: 'Record the decision' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Record the decision' })).toBeNull());
  const record = {
    what: 'openai, not instrumented: Add the import there.',
    why: '+$20.00 between estimate and bill of October 2026 · notebooks. no call names it.',
    owner: 'Tom Okafor',
    due: '2026-12-07',
    expectedEffect: 'Estimate and bill of openai agree on it.',
    links: [{ to: 'url', id: '/a/aifinops-app/reconciliation?month=2026-10' }],
  };
  expect(told).toEqual([['/api/plugin-proxy/aifinops-app/ledger/decisions', { action: 'create', record }]]);
});

test('viewers read who answers for it: they are offered no decision', () => {
  config.bootData.user.orgRole = 'Viewer' as never;
  show();
  expect(item('UNINSTRUMENTED').getByTestId('gap-owner')).toHaveTextContent('Tom Okafor');
  expect(screen.queryByRole('button')).toBeNull();
});
