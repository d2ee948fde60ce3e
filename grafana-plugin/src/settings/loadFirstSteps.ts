import { formatDay } from '../components/numbers/formatDay.ts';
import { askPrometheus } from '../data/askPrometheus.ts';
import { choosePromSource } from '../data/choosePromSource.ts';
import { found } from '../data/found.ts';
import { loadBooks } from '../data/loadBooks.ts';
import { promSources } from '../data/promSources.ts';
import { serverWords } from '../data/serverWords.ts';
import { valuesBy } from '../data/valuesBy.ts';
import { owners } from '../queries/owners.ts';
import { askAt } from '../queries/question.ts';
import { thresholds } from '../queries/thresholds.ts';
import type { AppSettings } from './appSettings.ts';
import { checkLedger } from './checkLedger.ts';
import type { FirstSteps, Step } from './firstSteps.ts';

const IMPORT = `npm install @ai-finops/instrumentation
AI_FINOPS_ENDPOINT=http://127.0.0.1:4318 node --import @ai-finops/instrumentation/register app.js`;
const OWNERS = 'ai-finops ledger --finops finops.yaml';

/** How far a first run has come: data source, ledger, first call, owners, first closed day. Rejects only when aborted. */
export async function loadFirstSteps(
  pluginId: string,
  settings: AppSettings,
  nowMs: number,
  signal?: AbortSignal
): Promise<FirstSteps> {
  const ledger = await checkLedger(pluginId, settings);
  const last = { what: 'Ledger', isDone: ledger.ok, words: ledger.words };
  const source = choosePromSource(promSources(), settings);
  if (!source) {
    const words = 'Add the Prometheus (or Mimir) that scrapes the ledger, under Connections → Data sources.';
    return { steps: [{ what: 'Data source', isDone: false, words }, last], thresholds: [] };
  }
  try {
    const books = await loadBooks(source, nowMs, signal);
    const kinds = { total: owners('total'), features: owners('feature'), limits: thresholds() };
    const answers = await askPrometheus(
      source,
      {
        total: askAt(kinds.total, nowMs),
        features: askAt(kinds.features, nowMs),
        limits: askAt(kinds.limits, nowMs),
      },
      signal
    );
    const owned = found(answers.features).length;
    const isOwned = owned > 0 || found(answers.total).length > 0;
    return {
      steps: [
        { what: 'Data source', isDone: true, words: `${source.name} answers.` },
        last,
        firstCall(books.environments),
        {
          what: 'Owners file',
          isDone: isOwned,
          words: isOwned
            ? `Read by the ledger: ${owned} features have an owner.`
            : 'Say who answers for which feature, its budget and thresholds, and start the ledger with',
          ...(!isOwned && { code: OWNERS }),
        },
        {
          what: 'First closed day',
          isDone: books.lastClosedDay !== undefined,
          words:
            books.lastClosedDay === undefined
              ? 'A day closes by itself from 02:00 UTC on, once no calls have come for it for 30 minutes.'
              : `The last one is ${formatDay(books.lastClosedDay)}.`,
        },
      ],
      thresholds: [...valuesBy(found(answers.limits), 'name')].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    };
  } catch (error) {
    signal?.throwIfAborted();
    const words = `${source.name} did not answer: ${serverWords(error)}`;
    return { steps: [{ what: 'Data source', isDone: false, words }, last], thresholds: [] };
  }
}

const firstCall = (environments: readonly string[]): Step =>
  environments.length > 0
    ? { what: 'First call', isDone: true, words: `Seen, from ${environments.join(', ')}.` }
    : {
        what: 'First call',
        isDone: false,
        words: 'Start a service with one import; this line turns green with its first call:',
        code: IMPORT,
      };
