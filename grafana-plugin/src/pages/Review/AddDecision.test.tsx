import { config } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { resetStage } from '../../components/frame/stage.fixture.tsx';
import { AddDecision } from './AddDecision.tsx';
import { ledger } from './review.fixture.ts';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  ...jest.requireActual<{ runtimeOnStage: object }>('../../components/frame/stage.fixture.tsx').runtimeOnStage,
}));

beforeEach(() => {
  resetStage(() => []);
  config.bootData.user.login = 'ana';
});

const show = (week: string) => <AddDecision key={week} week={week} onAdded={() => undefined} />;
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('a decision half typed stays with its week until it is recorded', async () => {
  const told = ledger({});
  const { rerender, unmount } = render(show('2026-W47'));
  type('What', 'Cap retries');
  rerender(show('2026-W46'));
  expect(screen.getByLabelText('What')).toHaveValue('');
  unmount();
  render(show('2026-W47'));
  expect(screen.getByLabelText('What')).toHaveValue('Cap retries');
  expect(screen.getByTestId('draft-note')).toHaveTextContent(/^Draft of .*, not recorded/);
  type('Why', 'They tripled');
  type('Owner', 'Search');
  type('Due', '2026-11-30');
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  await waitFor(() => expect(told).toHaveLength(1));
  await waitFor(() => expect(screen.getByLabelText('What')).toHaveValue(''));
  expect(screen.queryByTestId('draft-note')).not.toBeInTheDocument();
  expect(window.sessionStorage).toHaveLength(0);
});
