import type { Owners } from '../ownership/owners.ts';
import { createAskPrometheus } from '../readings/askPrometheus.ts';
import { createOutsideReader, type ReadResult } from '../readings/createOutsideReader.ts';
import { readingSources } from '../readings/readingSource.ts';
import type { Store } from '../store/store.ts';
import type { Log } from './createLog.ts';

interface ReadingParts {
  /** The Prometheus that is asked; nothing is read where it is left out. */
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly store: Store;
  readonly owners: () => Owners;
  readonly now: () => number;
  readonly done: (result: ReadResult) => void;
}

const LOOK_MS = 900_000;
const FIRST_LOOK_MS = 5_000;

/** Reads outcomes, values, users and revenue where the owners file says they are. Call what it returns to end that. */
export function startReadings(parts: ReadingParts, log: Log): () => Promise<void> {
  const { url, token, owners } = parts;
  if (url === undefined) {
    const [source] = readingSources(owners());
    if (source) {
      const asks = source.feature ?? 'revenue';
      log('error', 'the owners file has PromQL, but there is no Prometheus to ask: give --outcomes-prometheus', {
        asks,
      });
    }
    return async () => undefined;
  }
  const problems = new Map<string, string>();
  const stopped = new AbortController();
  const reader = createOutsideReader({
    ...parts,
    ask: createAskPrometheus(url, token, stopped.signal),
    sources: () => readingSources(owners()),
    firstDay: () => parts.store.books.days()[0]?.day,
    state({ kind, feature = 'all tenants', promql }, problem) {
      const key = JSON.stringify([kind, feature, promql]);
      if (stopped.signal.aborted) {
        return;
      }
      if (problem !== undefined && problems.get(key) !== problem) {
        problems.set(key, problem);
        log('error', 'what the owners file asks of Prometheus cannot be read: it is tried again', {
          kind,
          feature,
          problem,
        });
      } else if (problem === undefined && problems.delete(key)) {
        log('info', 'what the owners file asks of Prometheus is read again', { kind, feature });
      }
    },
  });
  let looking: Promise<void> | undefined;
  const look = () => {
    looking ??= reader.look().finally(() => (looking = undefined));
  };
  const first = setTimeout(look, FIRST_LOOK_MS);
  const timer = setInterval(look, LOOK_MS);
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    stopped.abort();
    await looking;
  };
}
