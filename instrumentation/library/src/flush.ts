import { running } from './running.ts';

/**
 * Sends all money records now: before `process.exit()`, and at the end of a serverless invocation. True when all are
 * acknowledged, or nothing runs; false after `timeoutMs`.
 */
export async function flush(timeoutMs?: number): Promise<boolean> {
  return (await running.get()?.flush(timeoutMs)) ?? true;
}
