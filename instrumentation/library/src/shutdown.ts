import { running } from './running.ts';

/** Stops capturing and flushes. */
export async function shutdown(): Promise<void> {
  await running.get()?.shutdown();
}
