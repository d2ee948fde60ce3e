import type { AppPluginMeta } from '@grafana/data';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import React, { type ComponentProps } from 'react';
import { of, throwError } from 'rxjs';
import { SettingsPage } from './SettingsPage.tsx';

interface Sent {
  readonly url: string;
  readonly method?: string;
  readonly data?: unknown;
}

let sent: Sent[];
let answer: (request: Sent) => unknown;
const mockReload = jest.fn();

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  getBackendSrv: () => ({
    fetch: (request: Sent) => {
      sent.push(request);
      const data = answer(request);
      return data instanceof Error ? throwError(() => data) : of({ data });
    },
  }),
  getDataSourceSrv: () => ({ getList: () => [{ uid: 'prom', type: 'prometheus', name: 'Prometheus' }] }),
  locationService: { reload: () => mockReload() as unknown },
}));

const open = (jsonData: object) => {
  const meta = { id: 'aifinops-app', pinned: true, jsonData, secureJsonFields: {} } as unknown as AppPluginMeta;
  const props = { plugin: { meta }, query: {} } as unknown as ComponentProps<typeof SettingsPage>;
  return render(<SettingsPage {...props} />);
};

beforeEach(() => {
  sent = [];
  answer = () => ({});
  mockReload.mockClear();
});

test('saves the address and the token, the token as a secret, and loads anew', async () => {
  open({ prometheusUid: 'prom' });
  fireEvent.change(screen.getByLabelText(/Ledger address/), { target: { value: 'http://ledger:4321/ ' } });
  fireEvent.change(screen.getByLabelText(/Ledger token/), { target: { value: 's3cret' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(mockReload).toHaveBeenCalled());
  expect(sent).toMatchObject([
    {
      url: '/api/plugins/aifinops-app/settings',
      method: 'POST',
      data: {
        enabled: true,
        pinned: true,
        jsonData: { prometheusUid: 'prom', ledgerUrl: 'http://ledger:4321' },
        secureJsonData: { ledgerToken: 's3cret' },
      },
    },
  ]);
});

test('an untouched token is not sent, and a refusal is shown in the words of the server', async () => {
  open({ ledgerUrl: 'http://ledger:4321' });
  answer = () => Object.assign(new Error(), { status: 403, data: { message: 'Permission denied' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('403: Permission denied')).toBeInTheDocument();
  expect(sent[0]?.data).not.toHaveProperty('secureJsonData');
  expect(mockReload).not.toHaveBeenCalled();
});

test('the test says green or the reason, for each source', async () => {
  open({ ledgerUrl: 'http://ledger:4321' });
  answer = ({ url }) =>
    url.includes('plugin-proxy')
      ? {
          days: [
            { day: '2026-11-22', state: 'closed' },
            { day: '2026-11-23', state: 'open' },
          ],
        }
      : Object.assign(new Error(), { status: 502, data: { message: 'Bad gateway' } });
  fireEvent.click(screen.getByRole('button', { name: 'Test' }));
  expect(await screen.findByText('Answers. Closed days: 1.')).toBeInTheDocument();
  expect(screen.getByText('502: Bad gateway')).toBeInTheDocument();
});

test('what answers but is not the ledger is not green', async () => {
  open({ ledgerUrl: 'http://elsewhere' });
  answer = () => ({ results: {} });
  fireEvent.click(screen.getByRole('button', { name: 'Test' }));
  expect(await screen.findByText('Something answers there, but it is not the ledger.')).toBeInTheDocument();
});
