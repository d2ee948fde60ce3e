import type { Instrumentation } from '@ai-finops/instrumentation';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import type * as Channels from 'node:diagnostics_channel';

type Listener = Parameters<typeof Channels.subscribe>;

export interface SwitchableTap {
  readonly instrumentation: Instrumentation;
  /** What it listens with, by channel. */
  readonly listeners: readonly Listener[];
  listen(): void;
  /** Takes every listener off again: the arms without us run in a process where nobody listens. */
  pause(): void;
  /** Has what was heard read, encoded and queued, where it waits for more to come. */
  settle(): void;
}

/** The library, started once, whose channel listeners can be taken off and put back between two blocks. */
export async function startSwitchableTap(sinkUrl: string, providersUrl: string): Promise<SwitchableTap> {
  const channels = createRequire(import.meta.url)('node:diagnostics_channel') as typeof Channels;
  const { subscribe, unsubscribe } = channels;
  const listeners: Listener[] = [];
  channels.subscribe = (...listener) => {
    listeners.push(listener);
    subscribe(...listener);
  };
  syncBuiltinESMExports();
  const { instrument } = await import('@ai-finops/instrumentation');
  const host = providersUrl.replace('http://', '');
  const instrumentation = instrument({
    endpoint: `${sinkUrl}/tap`,
    providers: `${host}/openai=openai,${host}/anthropic=anthropic`,
    feature: 'support',
    team: 'care',
    tenant: 'acme',
    requestType: 'answer',
    serviceName: 'bench',
    environment: 'production',
  });
  channels.subscribe = subscribe;
  syncBuiltinESMExports();
  return {
    instrumentation,
    listeners,
    listen: () => listeners.forEach((listener) => subscribe(...listener)),
    settle: () => void instrumentation.health(),
    pause: () => listeners.forEach((listener) => unsubscribe(...listener)),
  };
}
