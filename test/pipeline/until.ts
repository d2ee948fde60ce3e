import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until `accept` takes the answer, and returns it; at the deadline it returns the last answer as it is. */
export async function until<T>(ask: () => Promise<T>, accept: (answer: T) => boolean, seconds = 30): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (accept(answer) || Date.now() > deadline) {
      return answer;
    }
    await sleep(200);
  }
}
