import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { AnomalyRun } from '../store/anomalyRow.ts';
import type { JudgeRequest } from './judgeDays.ts';

/**
 * Judges days in a thread of their own, so that no intake waits for it.
 *
 * @throws Error when it fails or takes longer than `limitMs`; the thread is ended
 */
export async function judgeInThread(path: string, request: JudgeRequest, limitMs: number): Promise<AnomalyRun[]> {
  const { port1: port, port2 } = new MessageChannel();
  const source = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  const workerData = { port: port2, path, request };
  const worker = new Worker(new URL(source, import.meta.url), { workerData, transferList: [port2] });
  const signal = AbortSignal.timeout(limitMs);
  try {
    const failed = once(worker, 'error', { signal }).then(([error]) => {
      throw error instanceof Error ? error : new Error(String(error));
    });
    const [runs] = (await Promise.race([once(port, 'message', { signal }), failed])) as [AnomalyRun[]];
    return runs;
  } catch (error) {
    throw signal.aborted ? new Error(`no answer within ${limitMs / 1_000} s`) : error;
  } finally {
    port.close();
    await worker.terminate();
  }
}
