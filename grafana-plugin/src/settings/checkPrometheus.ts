import { formatDay } from '../components/numbers/formatDay.ts';
import { choosePromSource } from '../data/choosePromSource.ts';
import { loadBooks } from '../data/loadBooks.ts';
import { promSources } from '../data/promSources.ts';
import { serverWords } from '../data/serverWords.ts';
import type { AppSettings } from './appSettings.ts';
import type { Check } from './check.ts';

/** Does the data source answer, and does it know any AI cost? */
export async function checkPrometheus(settings: AppSettings, nowMs: number): Promise<Check> {
  const source = choosePromSource(promSources(), settings);
  if (!source) {
    return { what: 'Prometheus', ok: false, words: 'There is no Prometheus data source that you may see.' };
  }
  const what = `Prometheus: ${source.name}`;
  try {
    const { lastClosedDay, environments } = await loadBooks(source, nowMs);
    if (lastClosedDay !== undefined) {
      return { what, ok: true, words: `Answers. The last closed day is ${formatDay(lastClosedDay)}.` };
    }
    return environments.length > 0
      ? { what, ok: true, words: 'Answers. The first day is open; none is closed yet.' }
      : {
          what,
          ok: false,
          words: 'Answers, but holds no AI cost: it does not scrape the ledger, or no call was made.',
        };
  } catch (error) {
    return { what, ok: false, words: serverWords(error) };
  }
}
