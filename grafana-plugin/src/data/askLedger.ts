import { getBackendSrv } from '@grafana/runtime';
import { firstValueFrom } from 'rxjs';
import { APP_ID } from './appId.ts';
import { serverWords } from './serverWords.ts';

/** `absent`: this ledger does not serve that, or none is set up; `failed`: it does, and could not answer. */
export type LedgerAnswer<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly words: string };

const ABSENT = 404;

/**
 * Reads from the ledger's API through Grafana's proxy, which adds the token. Names go into `params`, never into the path:
 * the proxy decodes paths. A
 * name with several values is any of them. Rejects only when `signal` aborts it.
 */
export async function askLedger(
  path: string,
  params: Readonly<Record<string, string | readonly string[]>>,
  signal?: AbortSignal
): Promise<LedgerAnswer<unknown>> {
  const search = new URLSearchParams(
    Object.entries(params).flatMap(([name, values]) => [values].flat().map((value) => [name, value]))
  ).toString();
  try {
    const { data } = await firstValueFrom(
      getBackendSrv().fetch<unknown>({
        url: `/api/plugin-proxy/${APP_ID}/ledger/${path}${search && `?${search}`}`,
        showErrorAlert: false,
        ...(signal && { abortSignal: signal }),
      })
    );
    return { kind: 'value', value: data };
  } catch (error) {
    signal?.throwIfAborted();
    return (error as { status?: number } | undefined)?.status === ABSENT
      ? { kind: 'absent' }
      : { kind: 'failed', words: serverWords(error) };
  }
}
