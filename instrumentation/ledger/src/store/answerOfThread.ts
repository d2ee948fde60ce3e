import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';

/**
 * Starts a thread that answers once, on the `port` it is given beside `data`, and ends it.
 *
 * @param signal aborted: nobody waits any more, and the thread is ended
 * @throws Error when the thread fails; what `once` throws where the signal is aborted
 */
export async function answerOfThread<Answer>(program: URL, data: object, signal?: AbortSignal): Promise<Answer> {
  const { port1: port, port2 } = new MessageChannel();
  const worker = new Worker(program, { workerData: { ...data, port: port2 }, transferList: [port2] });
  try {
    const failed = once(worker, 'error', { signal }).then(([error]) => {
      throw error instanceof Error ? error : new Error(String(error));
    });
    const [answer] = (await Promise.race([once(port, 'message', { signal }), failed])) as [Answer];
    return answer;
  } finally {
    port.close();
    await worker.terminate();
  }
}
