import type { AnomalyRow, OpenAnomalyRow } from '../store/anomalyRow.ts';
import { dayText } from '../store/dayText.ts';

/** An incident as the API tells it: the days of one feature and direction, newest incident first. Money: nano-USD. */
export interface ListedAnomaly {
  readonly feature: string;
  readonly team: string;
  readonly environment: string;
  /** First and last day that stood out; the first may lie before the range that was asked for. */
  readonly since: string;
  readonly through: string;
  readonly sentence: string;
  /** `open`: the last day is not over, and its close will decide. */
  readonly state: 'open' | 'closed';
  /** Until when an open day was looked at; its costs are those until then. */
  readonly until?: string;
  /** Cost − expected, mean of the closed days that stood out; of an open day so far where there are none. */
  readonly nanoUsdPerDay: string;
  readonly isDismissed: boolean;
  readonly isWidespread: boolean;
  /** Day by day why, and what changed between the usual days and these. */
  readonly evidence: {
    readonly days: readonly {
      readonly day: string;
      readonly costNanoUsd: string;
      readonly expectedNanoUsd: string;
      readonly score: number;
      readonly channel: AnomalyRow['channel'];
      readonly windowDays: number;
    }[];
    readonly parts: AnomalyRow['parts'];
  };
}

/**
 * @param rows of the range, by day
 * @param open days of the range that are not closed; an incident may go on in them
 */
export function listAnomalies(rows: readonly AnomalyRow[], open: readonly OpenAnomalyRow[] = []): ListedAnomaly[] {
  const incidents = Map.groupBy<string, AnomalyRow | OpenAnomalyRow>(
    [...rows, ...open],
    ({ feature, environment, since, score }) => [feature, environment, since, score > 0].join('\n')
  );
  return [...incidents.values()]
    .flatMap((days) => {
      const last = days.at(-1);
      return last ? [listed(days, last)] : [];
    })
    .sort((a, b) => (a.through === b.through ? magnitude(b) - magnitude(a) : a.through < b.through ? 1 : -1));
}

function listed(days: readonly (AnomalyRow | OpenAnomalyRow)[], last: AnomalyRow | OpenAnomalyRow): ListedAnomaly {
  const closed = days.filter((day) => !('atMs' in day));
  const meant = closed.length > 0 ? closed : days;
  const total = meant.reduce((sum, { costNanoUsd, expectedNanoUsd }) => sum + costNanoUsd - expectedNanoUsd, 0n);
  return {
    feature: last.feature,
    team: last.team,
    environment: last.environment,
    since: dayText(last.since),
    through: dayText(last.day),
    sentence: last.sentence,
    ...('atMs' in last
      ? { state: 'open' as const, until: new Date(last.atMs).toISOString() }
      : { state: 'closed' as const }),
    nanoUsdPerDay: String(total / BigInt(meant.length)),
    isDismissed: last.isDismissed,
    isWidespread: days.some(({ isWidespread }) => isWidespread),
    evidence: {
      days: days.map(({ day, costNanoUsd, expectedNanoUsd, score, channel, windowDays }) => ({
        day: dayText(day),
        costNanoUsd: String(costNanoUsd),
        expectedNanoUsd: String(expectedNanoUsd),
        score,
        channel,
        windowDays,
      })),
      parts: last.parts,
    },
  };
}

function magnitude({ nanoUsdPerDay }: ListedAnomaly): number {
  return Math.abs(Number(nanoUsdPerDay));
}
