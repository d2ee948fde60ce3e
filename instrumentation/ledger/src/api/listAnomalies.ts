import type { AnomalyRow } from '../store/anomalyRow.ts';
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
  /** Cost − expected, mean of the days that stood out. */
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

/** @param rows of the range, by day */
export function listAnomalies(rows: readonly AnomalyRow[]): ListedAnomaly[] {
  const incidents = Map.groupBy(rows, ({ feature, environment, since, score }) =>
    [feature, environment, since, score > 0].join('\n')
  );
  return [...incidents.values()]
    .flatMap((days) => {
      const last = days.at(-1);
      return last ? [listed(days, last)] : [];
    })
    .sort((a, b) => (a.through === b.through ? magnitude(b) - magnitude(a) : a.through < b.through ? 1 : -1));
}

function listed(days: readonly AnomalyRow[], last: AnomalyRow): ListedAnomaly {
  const total = days.reduce((sum, { costNanoUsd, expectedNanoUsd }) => sum + costNanoUsd - expectedNanoUsd, 0n);
  return {
    feature: last.feature,
    team: last.team,
    environment: last.environment,
    since: dayText(last.since),
    through: dayText(last.day),
    sentence: last.sentence,
    nanoUsdPerDay: String(total / BigInt(days.length)),
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
