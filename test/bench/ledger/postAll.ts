import { createPoster } from './poster.ts';

export interface Posted {
  readonly seconds: number;
  /** Milliseconds to the acknowledgement, a value for each request. */
  readonly ackMs: readonly number[];
}

/** Posts every body, `lanes` at a time, the next as soon as one is acknowledged. @throws Error on any answer but 200 */
export async function postAll(
  url: string,
  bodies: readonly Buffer[],
  isZipped: boolean,
  lanes: number
): Promise<Posted> {
  const poster = createPoster(url, isZipped, lanes);
  const queue = bodies.values();
  const ackMs: number[] = [];
  const began = performance.now();
  const lane = async () => {
    for (const body of queue) {
      ackMs.push(await poster.post(body));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  poster.end();
  return { seconds: (performance.now() - began) / 1000, ackMs };
}
