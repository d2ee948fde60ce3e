import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { ClosesRequest } from './closesRequest.ts';
import type { WrittenCloses } from './writtenCloses.ts';

/**
 * Writes closes in a thread of its own: neither the intake nor a commit waits for it.
 *
 * @throws Error when the thread fails
 */
export async function writeInThread(path: string, request: ClosesRequest): Promise<WrittenCloses> {
  const { port1: port, port2 } = new MessageChannel();
  const source = import.meta.url.endsWith('.ts') ? './closesThread.ts' : './closesThread.js';
  const workerData = { port: port2, path, request };
  const worker = new Worker(new URL(source, import.meta.url), { workerData, transferList: [port2] });
  try {
    const failed = once(worker, 'error').then(([error]) => {
      throw error instanceof Error ? error : new Error(String(error));
    });
    const [written] = (await Promise.race([once(port, 'message'), failed])) as [WrittenCloses];
    return written;
  } finally {
    port.close();
    await worker.terminate();
  }
}
