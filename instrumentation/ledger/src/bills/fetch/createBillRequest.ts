import { setTimeout as wait } from 'node:timers/promises';
import { BillError } from '../billError.ts';
import { BillRefused } from './billRefused.ts';

export type BillRequest = (path: string, query: readonly (readonly [string, string])[]) => Promise<unknown>;

const TRIES = 5;
const TIMEOUT_MS = 60_000;
const LONGEST_PAUSE_MS = 60_000;
const LARGEST_BYTES = 64 * 1024 * 1024;

/**
 * Asks a provider's billing API, at most five times where it is busy (429, after its Retry-After), fails (5xx) or cannot
 * be reached. The key is in no error, whatever the provider answers.
 *
 * @returns the parsed answer; throws BillRefused on any other 4xx, BillError else
 */
export function createBillRequest(to: {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Which key needs which right, for who reads that it was refused. */
  readonly right: string;
  readonly pause?: (ms: number) => Promise<unknown>;
  /** Ends it: whatever is under way throws. */
  readonly signal?: AbortSignal | undefined;
}): BillRequest {
  const { signal } = to;
  const pause = to.pause ?? ((ms: number) => wait(ms, undefined, { ...(signal && { signal }) }));
  return async (path, query) => {
    const url = `${to.baseUrl.replace(/\/+$/, '')}${path}?${new URLSearchParams(query.map(([name, value]): [string, string] => [name, value]))}`;
    let failure = '';
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      let retryAfter: string | null = null;
      try {
        // A redirect would take the key elsewhere.
        const response = await fetch(url, {
          headers: to.headers,
          redirect: 'error',
          signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]),
        });
        if (response.ok) {
          return parsed(await boundedText(response), path);
        }
        await response.body?.cancel();
        if (response.status !== 429 && response.status < 500) {
          throw new BillRefused(
            response.status,
            `${path} answered ${response.status}${reason(response.status, to.right)}`
          );
        }
        failure = `answered ${response.status}`;
        retryAfter = response.headers.get('retry-after');
      } catch (error) {
        if (error instanceof BillError || signal?.aborted) {
          throw error;
        }
        failure = 'could not be reached or broke off';
      }
      if (attempt < TRIES) {
        await pause(pauseMs(retryAfter, attempt));
      }
    }
    throw new BillError({}, `${path} ${failure}, ${TRIES} times: try again later; nothing was kept`);
  };
}

const reason = (status: number, right: string) => (status === 401 || status === 403 ? `: ${right}` : '');

/** As long as the provider says, at most a minute; else 1, 2, 4, 8 seconds. */
function pauseMs(retryAfter: string | null, attempt: number): number {
  const seconds = Number(retryAfter ?? NaN);
  const told = Number.isNaN(seconds) ? Date.parse(retryAfter ?? '') - Date.now() : seconds * 1_000;
  return Math.min(Math.max(Number.isNaN(told) ? 500 * 2 ** attempt : told, 0), LONGEST_PAUSE_MS);
}

async function boundedText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > LARGEST_BYTES) {
      await reader?.cancel();
      throw new BillError({}, 'a page of the answer is over 64 MiB');
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BillError({}, `${path} answered no JSON: is --base-url right?`);
  }
}
