import { getBackendSrv } from '@grafana/runtime';
import { firstValueFrom } from 'rxjs';
import { serverWords } from '../data/serverWords.ts';
import type { AppSettings } from './appSettings.ts';
import type { Check } from './check.ts';

interface Days {
  readonly days?: readonly { readonly day: string; readonly state: string }[];
}

/** Does the ledger's API answer through Grafana, with the saved address and token? */
export async function checkLedger(pluginId: string, { ledgerUrl }: AppSettings): Promise<Check> {
  const what = `Ledger: ${ledgerUrl ?? 'no address'}`;
  if (!ledgerUrl) {
    return { what, ok: false, words: 'Set its address and save.' };
  }
  try {
    const { data } = await firstValueFrom(
      getBackendSrv().fetch<Days>({ url: `/api/plugin-proxy/${pluginId}/ledger/days`, showErrorAlert: false })
    );
    const closed = data.days?.filter(({ state }) => state === 'closed').length;
    return closed === undefined
      ? { what, ok: false, words: 'Something answers there, but it is not the ledger.' }
      : { what, ok: true, words: `Answers. Closed days: ${closed}.` };
  } catch (error) {
    return { what, ok: false, words: serverWords(error) };
  }
}
