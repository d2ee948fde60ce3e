import { diag, metrics } from '@opentelemetry/api';
import type { Purse, QuotaGate } from '../budget/index.ts';
import { askLedger } from './askLedger.ts';
import { QuotaPurse } from './quotaPurse.ts';
import { QuotaUnknown, type QuotaUnknownReason } from './quotaUnknown.ts';

type Scope = 'feature' | 'tenant';

/** One feature or tenant, and how asking for it goes. */
interface Watched {
  readonly scope: Scope;
  readonly name: string;
  readonly purse: QuotaPurse;
  asking: Promise<void> | undefined;
  failedMs: number;
  reason: QuotaUnknownReason;
}

/** After a failure nobody waits or asks again for so long. */
const RETRY_MS = 5_000;
/** Tenants may be many: past this, one with nothing under way is forgotten, longest unused first. */
const MAX_WATCHED = 10_000;

/** For the whole process: what one task spends counts for all. */
const watched = new Map<string, Watched>();
let hasWarned = false;

interface GateParts {
  /** Whom a call made here is for. */
  readonly here: { attributionHere?(): Readonly<Record<Scope, string>> };
  /** The counter of calls let through without a look. */
  readonly counter: string;
}

/**
 * The gate for whatever `here` says calls are for. Everything comes as an argument: a module that this one shared with the
 * rest would be a file more to load at the start of every service.
 */
export function quotaGate({ here, counter }: GateParts): QuotaGate {
  const ones = (): Watched[] => {
    const names = here.attributionHere?.();
    return names === undefined ? [] : [watch('feature', names.feature), watch('tenant', names.tenant)];
  };
  return {
    async check() {
      const own = ones();
      const waits = own.flatMap((one) => {
        const asked = one.purse.isFresh ? undefined : ask(one);
        return one.purse.isKnown || asked === undefined ? [] : [asked];
      });
      await Promise.all(waits);
      own.filter(({ purse }) => !purse.isKnown).forEach((one) => countUnchecked(counter, one));
      return limited(own);
    },
    known: () => limited(ones()),
  };
}

function limited(own: readonly Watched[]): Purse[] {
  return own.flatMap(({ purse }) => (purse.isKnown && purse.isLimited ? [purse] : []));
}

function watch(scope: Scope, name: string): Watched {
  const key = `${scope} ${name}`;
  const one = watched.get(key) ?? {
    ...{ scope, name, purse: new QuotaPurse(key, Date.now) },
    ...{ asking: undefined, failedMs: -Infinity, reason: 'unreachable' },
  };
  // Last used, last in the map.
  watched.delete(key);
  watched.set(key, one);
  if (watched.size > MAX_WATCHED) {
    for (const [old, { purse }] of watched) {
      if (purse.reserved === 0n) {
        watched.delete(old);
        break;
      }
    }
  }
  return one;
}

/** Asks anew, once however many want to know; undefined where it failed a moment ago. Never rejects. */
function ask(one: Watched): Promise<void> | undefined {
  const askedMs = Date.now();
  if (one.asking === undefined && askedMs - one.failedMs < RETRY_MS) {
    return undefined;
  }
  one.asking ??= askLedger(one.scope, one.name)
    .then(
      (hard) => {
        one.purse.answered(hard, askedMs);
        one.failedMs = -Infinity;
      },
      (error: unknown) => {
        one.failedMs = Date.now();
        one.reason = error instanceof QuotaUnknown ? error.reason : 'unreachable';
        if (!hasWarned) {
          hasWarned = true;
          diag.warn('ai-finops: a quota could not be looked at: calls go on, and are counted', error);
        }
      }
    )
    .finally(() => (one.asking = undefined));
  return one.asking;
}

function countUnchecked(counter: string, { scope, reason }: Watched): void {
  metrics.getMeter('ai-finops').createCounter(counter).add(1, { scope, reason });
}
