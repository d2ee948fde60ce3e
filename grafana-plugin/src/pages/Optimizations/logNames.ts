import { formatDay } from '../../components/numbers/formatDay.ts';
import type { Lever } from '../../data/lever.ts';
import { leverNames } from '../../data/leverNames.ts';
import { scopeWords } from '../../data/scopeWords.ts';

/** The name of each row by its id: `▼ 9 Nov prompt caching · search`; with the id where two would be called the same. */
export function logNames(levers: readonly Lever[]): ReadonlyMap<string, string> {
  const named = levers.map(({ event: { id, record } }) => {
    const [, ...day] = formatDay(Date.parse(record['date'] ?? '')).split(' ');
    const lever = leverNames[record['lever'] ?? ''] ?? record['lever'];
    return { id, name: `▼ ${day.join(' ')} ${lever} · ${scopeWords(record)}` };
  });
  const times = Map.groupBy(named, ({ name }) => name);
  return new Map(
    named.map(({ id, name }) => [id, (times.get(name)?.length ?? 0) > 1 ? `${name} (${id.slice(0, 36)})` : name])
  );
}
