import { isWidespread, scoreDays } from '@ai-finops/ledger/analysis';
import type { Alarm } from './alarm.ts';
import { BACKGROUND_KINDS } from './background.ts';
import { Draw } from './draw.ts';
import { EVENT_KINDS } from './eventKind.ts';
import { labelledSeries, type LabelledSeries } from './labelledSeries.ts';
import { ourAlarms } from './ourAlarms.ts';

const DAYS = 120;
const FEATURES = 50;
/** The first four weeks teach, and are not counted. */
const FIRST_DAY = 28;
/** An organisation has most backgrounds; holidays it has in common. */
const BACKGROUNDS = BACKGROUND_KINDS.filter((kind) => kind !== 'holidays' && kind !== 'zero days');

/** The alarms of one organisation with 50 features, 4 common holidays and one outage of its provider. */
export function organisationAlarms(
  seed: string,
  method: (series: LabelledSeries) => Alarm[]
): { readonly weeks: number; readonly single: number; readonly grouped: number; readonly byMethod: number } {
  const draw = new Draw(seed);
  const holidays = new Set(Array.from({ length: 4 }, () => 30 + draw.index(85)));
  const outages = new Set([30 + draw.index(85)]);
  const features = Array.from({ length: FEATURES }, (_, index) =>
    labelledSeries(
      BACKGROUNDS[index % BACKGROUNDS.length] ?? 'steady',
      draw.chance(0.3) ? EVENT_KINDS[draw.index(EVENT_KINDS.length)] : undefined,
      `${seed} ${index}`,
      { days: DAYS, holidays, ...(draw.chance(0.6) ? { outages } : {}) }
    )
  );
  const scores = features.map((series) => scoreDays(series));
  const alarms = features.flatMap((series, index) => ourAlarms(series, scores[index] ?? []));
  const counted = (all: readonly Alarm[]) => all.filter(({ day }) => day >= FIRST_DAY);
  const stories = new Set<string>();
  counted(alarms).forEach(({ day, isUp }, index) => {
    const loudest = scores.map((byDay) => byDay[day]?.[0]?.score ?? 0);
    stories.add(isWidespread(loudest, isUp ? 1 : -1) ? `${day} ${isUp}` : `alone ${index}`);
  });
  return {
    weeks: (DAYS - FIRST_DAY) / 7,
    single: counted(alarms).length,
    grouped: stories.size,
    byMethod: counted(features.flatMap(method)).length,
  };
}
