import { Agent, request } from 'node:http';

export interface Posted {
  readonly seconds: number;
  /** Milliseconds from the first byte sent to the acknowledgement, a value for each request. */
  readonly ackMs: readonly number[];
}

/** Posts every body, `lanes` at a time, the next as soon as one is acknowledged. @throws Error on any answer but 200 */
export async function postAll(
  url: string,
  bodies: readonly Buffer[],
  isZipped: boolean,
  lanes: number
): Promise<Posted> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const headers = { 'content-type': 'application/x-protobuf', ...(isZipped && { 'content-encoding': 'gzip' }) };
  const post = (body: Buffer) =>
    new Promise<void>((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } });
      sent.on('error', reject);
      sent.on('response', (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`HTTP ${response.statusCode}`))
        );
      });
      sent.end(body);
    });
  const queue = bodies.values();
  const ackMs: number[] = [];
  const began = performance.now();
  const lane = async () => {
    for (const body of queue) {
      const from = performance.now();
      await post(body);
      ackMs.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  agent.destroy();
  return { seconds: (performance.now() - began) / 1000, ackMs };
}
