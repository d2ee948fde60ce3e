import { setTimeout as sleep } from 'node:timers/promises';
import { Unusable } from '../store/unusable.ts';

const TRIES = 4;
const TIMEOUT_MS = 10_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Posts a message to a webhook; tries again where it may help: no answer, 429, 5xx. The address is a secret and never
 * told.
 *
 * @param pauseMs before the second try; it doubles, unless the answer says how long
 * @throws Unusable with the last answer
 */
export async function postWebhook(url: URL, message: object, pauseMs = 1_000): Promise<void> {
  let failure = '';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    let wait = pauseMs * 2 ** attempt;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = (await response.text()).slice(0, 200).trim();
      if (response.ok) {
        return;
      }
      failure = `the webhook answered ${response.status}${text ? `: ${text}` : ''}`;
      if (response.status !== 429 && response.status < 500) {
        throw new Unusable(`${failure}; check its address and the kind (--to slack or teams)`);
      }
      wait = Number(response.headers.get('retry-after')) * 1_000 || wait;
    } catch (error) {
      if (error instanceof Unusable) {
        throw error;
      }
      // fetch hides why behind "fetch failed".
      const cause = (error as { cause?: { message?: string } }).cause?.message || String(error);
      failure = `the webhook does not answer (${cause.replaceAll(url.href, 'its address')})`;
    }
    if (attempt < TRIES - 1) {
      await sleep(Math.min(wait, LONGEST_WAIT_MS));
    }
  }
  throw new Unusable(`${failure}; tried ${TRIES} times`);
}
