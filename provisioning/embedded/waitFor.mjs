import { setTimeout as sleep } from 'node:timers/promises';

/** Asks `target`, a URL or `{ url, method, body }`, until it answers 2xx; fails after `seconds` with what it said last. */
export async function waitFor(target, seconds, isOver = () => undefined) {
  const { url, ...request } = typeof target === 'string' ? { url: target } : target;
  const headers = { 'content-type': 'application/json' };
  const deadline = Date.now() + seconds * 1000;
  let last = 'no answer';
  while (Date.now() < deadline) {
    const over = isOver();
    if (over) {
      throw new Error(over);
    }
    try {
      const answer = await fetch(url, { ...request, headers, signal: AbortSignal.timeout(2000) });
      await answer.arrayBuffer();
      if (answer.ok) {
        return;
      }
      last = `HTTP ${answer.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await sleep(100);
  }
  throw new Error(`${url} did not become ready within ${seconds} s (${last})`);
}
