import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { guarded } from './guarded.ts';

/** Subscribes handlers by channel name, each made safe; `never` where their messages differ. Returns how to stop. */
export function subscribeAll<Message>(handlers: Readonly<Record<string, (message: Message) => void>>): () => void {
  const listeners = Object.entries(handlers).map(
    ([channel, handler]) => [channel, guarded(handler as (message: unknown) => void)] as const
  );
  for (const [channel, listener] of listeners) {
    subscribe(channel, listener);
  }
  return () => {
    for (const [channel, listener] of listeners) {
      unsubscribe(channel, listener);
    }
  };
}
