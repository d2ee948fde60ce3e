import { getHeapStatistics } from 'node:v8';
import type { Clients } from './clients.ts';
import type { Scenario } from './scenarios.ts';

export interface Block {
  /** Of the whole process, garbage collection and thread pool included. */
  readonly cpuUs: number;
  readonly heapKiB: number;
}

/**
 * One block of calls; what a call of it took, with `settle`, which does what was put off meanwhile. The young generation must
 * be larger than a block allocates.
 */
export async function measureBlock(
  { calls, concurrency, call }: Scenario,
  clients: Clients,
  settle: () => void = () => undefined
): Promise<Block> {
  globalThis.gc?.({ type: 'minor' });
  const heap = getHeapStatistics().used_heap_size;
  const began = process.cpuUsage();
  let left = calls;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await call(clients);
    }
  };
  await (concurrency === 1 ? worker() : Promise.all(Array.from({ length: concurrency }, worker)));
  settle();
  const { user, system } = process.cpuUsage(began);
  return {
    cpuUs: (user + system) / calls,
    heapKiB: (getHeapStatistics().used_heap_size - heap) / 1024 / calls,
  };
}
