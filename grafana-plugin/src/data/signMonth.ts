import { getBackendSrv } from '@grafana/runtime';
import { firstValueFrom } from 'rxjs';
import { APP_ID } from './appId.ts';
import { serverWords } from './serverWords.ts';

/** What is to become of a month's signature. */
export type SignoffChange =
  | {
      readonly action: 'create';
      readonly record: {
        readonly month: string;
        readonly provider: string;
        readonly name: string;
        readonly note?: string;
      };
    }
  | {
      readonly action: 'sign';
      readonly id: string;
      readonly version: number;
      readonly record: { readonly name: string; readonly note?: string };
    }
  | { readonly action: 'reopen'; readonly id: string; readonly version: number; readonly note: string };

/** Signs a provider's month, or opens it again. Resolves with why it could not be done; undefined: it was. */
export async function signMonth(change: SignoffChange): Promise<string | undefined> {
  try {
    await firstValueFrom(
      getBackendSrv().fetch({
        url: `/api/plugin-proxy/${APP_ID}/ledger/signoffs`,
        method: 'POST',
        data: change,
        showErrorAlert: false,
      })
    );
    return undefined;
  } catch (error) {
    const { status, data } = (error ?? {}) as { status?: number; data?: { error?: string } };
    return status === 409
      ? 'Somebody signed or reopened it in the meantime: look at it again, then decide.'
      : (data?.error ?? serverWords(error));
  }
}
