import type { QuotaState } from './quotaState.ts';

export interface QuotaWatch {
  /** How quotas stand, at most `maxAgeMs` ago. Rejects when the books cannot be asked. */
  fresh(): Promise<readonly QuotaState[]>;
  /** As they stood when somebody last looked. */
  last(): readonly QuotaState[];
  /** The owners file changed: what was seen no longer counts. */
  forget(): void;
}

interface QuotaWatchParts {
  readonly look: () => Promise<readonly QuotaState[]>;
  readonly now: () => number;
  readonly maxAgeMs: number;
}

/** Looks at quotas no more often than every `maxAgeMs`, however many ask: services do, every few seconds. */
export function createQuotaWatch({ look, now, maxAgeMs }: QuotaWatchParts): QuotaWatch {
  let newest: readonly QuotaState[] = [];
  let lookedMs = -Infinity;
  let looking: Promise<readonly QuotaState[]> | undefined;

  return {
    async fresh() {
      const nowMs = now();
      // A period that has ended says nothing of the next one.
      if (nowMs - lookedMs < maxAgeMs && newest.every(({ untilMs }) => nowMs < untilMs)) {
        return newest;
      }
      looking ??= look()
        .then((states) => {
          newest = states;
          lookedMs = nowMs;
          return states;
        })
        .finally(() => (looking = undefined));
      return looking;
    },
    last: () => newest,
    forget() {
      lookedMs = -Infinity;
    },
  };
}
