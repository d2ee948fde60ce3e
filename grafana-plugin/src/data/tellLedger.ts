import { getBackendSrv } from '@grafana/runtime';
import { firstValueFrom } from 'rxjs';
import { APP_ID } from './appId.ts';

/** What can be recorded. */
export type RecordsPath = 'marks' | 'events' | 'signoffs' | 'decisions' | 'reviews';

/**
 * Records something with the ledger through Grafana's proxy, which adds the token and who is signed in. Resolves with the
 * new entry; rejects with what Grafana's fetch rejects with.
 */
export async function tellLedger(path: RecordsPath, change: object): Promise<unknown> {
  const { data } = await firstValueFrom(
    getBackendSrv().fetch<unknown>({
      url: `/api/plugin-proxy/${APP_ID}/ledger/${path}`,
      method: 'POST',
      data: change,
      showErrorAlert: false,
    })
  );
  return data;
}
