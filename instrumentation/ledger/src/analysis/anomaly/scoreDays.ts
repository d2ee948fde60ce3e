import { CHANNEL_WINDOWS, type ChannelWindow } from './channel.ts';
import type { DailyUse } from './dailyUse.ts';
import type { DayScore } from './dayScore.ts';
import { scoreSilence } from './scoreSilence.ts';
import { scoreWindow } from './scoreWindow.ts';

/**
 * How unusual each day of a feature is: every channel and window is scored, and the loudest speaks. A day is judged by
 * itself and the days before it only, so that a day added changes no earlier one.
 *
 * @returns by day, every channel and window that could be judged, loudest first; empty while learning
 */
export function scoreDays(
  { cost, calls }: DailyUse,
  windows: readonly ChannelWindow[] = CHANNEL_WINDOWS
): (readonly DayScore[])[] {
  const observed = {
    cost: cost.map((value) => (value > 0 ? value : NaN)),
    cost_per_call: cost.map((value, day) => (value > 0 && (calls[day] ?? 0) > 0 ? value / (calls[day] ?? 1) : NaN)),
  };
  const silence = scoreSilence(cost);
  const scored = windows.map((settings) => scoreWindow(observed[settings.channel], calls, settings));
  return cost.map((_, day) => {
    const scores: DayScore[] = [];
    const silent = silence[day];
    if (silent) {
      scores.push({ ...silent, channel: 'cost', windowDays: 1 });
    }
    windows.forEach(({ channel, days }, index) => {
      const found = scored[index]?.[day];
      if (found) {
        const expected = channel === 'cost' ? found.expected : found.expected * (calls[day] ?? 0);
        scores.push({ score: found.score, expected, channel, windowDays: days, spread: found.spread });
      }
    });
    return scores.sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
  });
}
