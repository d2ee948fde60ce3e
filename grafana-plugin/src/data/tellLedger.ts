import { getBackendSrv } from '@grafana/runtime';
import { firstValueFrom } from 'rxjs';
import { APP_ID } from './appId.ts';

/** Records something with the ledger, under the name of who is signed in. Rejects with what Grafana's fetch rejects with. */
export async function tellLedger(path: 'marks', change: object): Promise<void> {
  await firstValueFrom(
    getBackendSrv().fetch({
      url: `/api/plugin-proxy/${APP_ID}/ledger/${path}`,
      method: 'POST',
      data: change,
      showErrorAlert: false,
    })
  );
}
