import type { AppPluginMeta } from '@grafana/data';
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import React, { type ComponentProps } from 'react';
import { of, throwError } from 'rxjs';
import { SettingsPage } from './SettingsPage.tsx';

// A page's first render takes seconds where several suites share a core.
configure({ asyncUtilTimeout: 10_000 });

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

/** What was saved; the checklist asks by itself. */
const saved = () => sent.filter(({ url }) => url.endsWith('/settings'));
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
  expect(saved()).toMatchObject([
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
  expect(saved()[0]?.data).not.toHaveProperty('secureJsonData');
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

test('the checklist says what is done, and the import to paste until the first call', async () => {
  answer = ({ url, data }) => {
    const { queries = [] } = (data ?? {}) as { queries?: { refId: string }[] };
    const results = Object.fromEntries(queries.map(({ refId }) => [refId, { frames: [] }]));
    return url.includes('plugin-proxy') ? { days: [] } : { results };
  };
  open({ ledgerUrl: 'http://ledger:4321' });
  const list = await screen.findByTestId('first-steps');
  await waitFor(() => expect([...list.querySelectorAll('li')].map((step) => step.dataset['done'])).toHaveLength(5));
  expect([...list.querySelectorAll('li')].map((step) => step.dataset['done'])).toEqual([
    'true',
    'true',
    'false',
    'false',
    'false',
  ]);
  expect(list).toHaveTextContent('node --import @ai-finops/instrumentation/register app.js');
  expect(screen.getByText('Admins, and whoever has the role “Month signer” (', { exact: false })).toBeInTheDocument();
});
