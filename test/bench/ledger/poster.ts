import { Agent, request } from 'node:http';

export interface Poster {
  /** Milliseconds from the first byte sent to the acknowledgement. @throws Error on any answer but 200 */
  post(body: Buffer): Promise<number>;
  end(): void;
}

/** Posts OTLP bodies to one address over at most `connections` kept ones. */
export function createPoster(url: string, isZipped: boolean, connections: number): Poster {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { 'content-type': 'application/x-protobuf', ...(isZipped && { 'content-encoding': 'gzip' }) };
  return {
    post: (body) =>
      new Promise((resolve, reject) => {
        const from = performance.now();
        const sent = request(url, { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } });
        sent.on('error', reject);
        sent.on('response', (response) => {
          response.resume();
          response.on('end', () =>
            response.statusCode === 200
              ? resolve(performance.now() - from)
              : reject(new Error(`HTTP ${response.statusCode}`))
          );
        });
        sent.end(body);
      }),
    end: () => agent.destroy(),
  };
}
