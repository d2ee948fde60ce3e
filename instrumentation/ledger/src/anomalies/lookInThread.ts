import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { LookAnswer, LookName, LookRequest } from './look.ts';

/**
 * Looks at the books in a thread of its own, so that no intake waits for it.
 *
 * @throws Error when it fails or takes longer than `limitMs`; the thread is ended
 */
export async function lookInThread<Name extends LookName>(
  path: string,
  name: Name,
  request: LookRequest<Name>,
  limitMs: number
): Promise<LookAnswer<Name>> {
  const { port1: port, port2 } = new MessageChannel();
  const source = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  const workerData = { port: port2, path, name, request };
  const worker = new Worker(new URL(source, import.meta.url), { workerData, transferList: [port2] });
  const signal = AbortSignal.timeout(limitMs);
  try {
    const failed = once(worker, 'error', { signal }).then(([error]) => {
      throw error instanceof Error ? error : new Error(String(error));
    });
    const [answer] = (await Promise.race([once(port, 'message', { signal }), failed])) as [LookAnswer<Name>];
    return answer;
  } catch (error) {
    throw signal.aborted ? new Error(`no answer within ${limitMs / 1_000} s`) : error;
  } finally {
    port.close();
    await worker.terminate();
  }
}
