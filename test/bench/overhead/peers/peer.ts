import type { Clients } from '../clients.ts';

/** Another instrumentation, with clients that it has patched. */
export interface Peer {
  readonly clients: Clients;
  /** Sends what it holds. */
  flush(): Promise<unknown>;
}

export type StartPeer = (providersUrl: string, sinkUrl: string) => Promise<Peer>;
