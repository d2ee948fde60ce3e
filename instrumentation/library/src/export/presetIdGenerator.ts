import { randomIds } from './randomIds.ts';
import type { SpanIds } from './spanIds.ts';

/** The id generator of the SDK we start: a span shown late gets the ids its record went out with. */
export class PresetIdGenerator {
  #preset: SpanIds | undefined;

  /** Runs `work`; a span started in it has these ids. */
  use(ids: SpanIds, work: () => void): void {
    this.#preset = ids;
    try {
      work();
    } finally {
      this.#preset = undefined;
    }
  }

  generateTraceId(): string {
    return this.#preset?.traceId ?? randomIds().traceId;
  }

  generateSpanId(): string {
    return this.#preset?.spanId ?? randomIds().spanId;
  }
}
