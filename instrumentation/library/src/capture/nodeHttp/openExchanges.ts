import { diag } from '@opentelemetry/api';
import type { CapturedCall } from '../capturedCall.ts';
import type { Exchange } from '../exchange.ts';
import { guarded } from '../guarded.ts';

/** Exchanges under way by the object that the channels name them by; each ends once. */
export class OpenExchanges {
  readonly #exchanges = new WeakMap<object, Exchange>();
  readonly #inflating = new Set<Promise<void>>();
  readonly #onCall: (call: CapturedCall) => void;

  constructor(onCall: (call: CapturedCall) => void) {
    this.#onCall = onCall;
  }

  add(key: object, exchange: Exchange): void {
    this.#exchanges.set(key, exchange);
  }

  get(key: object): Exchange | undefined {
    return this.#exchanges.get(key);
  }

  /** It was no exchange with a provider after all. */
  forget(key: object): void {
    this.#exchanges.delete(key);
  }

  end(key: object, hasFailed: boolean, failure: unknown): void {
    const exchange = this.#exchanges.get(key);
    if (exchange === undefined) {
      return;
    }
    this.#exchanges.delete(key);
    const call = exchange.end(hasFailed, failure);
    if (call !== undefined && 'then' in call) {
      const later: Promise<void> = call.then(guarded(this.#onCall)).finally(() => this.#inflating.delete(later));
      this.#inflating.add(later);
      later.catch((error: unknown) => diag.error('ai-finops: a call could not be read', error));
    } else if (call !== undefined) {
      this.#onCall(call);
    }
  }

  /** Resolves when large compressed bodies that have ended are read too. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#inflating);
  }
}
