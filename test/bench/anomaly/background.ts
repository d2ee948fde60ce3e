import type { Draw } from './draw.ts';
import { tenantMix } from './tenantMix.ts';

export const BACKGROUND_KINDS = [
  'steady',
  'growth',
  'launch',
  'ramp-down',
  'sparse',
  'tenants',
  'zero days',
  'holidays',
  'autocorrelated',
] as const;

export type BackgroundKind = (typeof BACKGROUND_KINDS)[number];

/** What the features of one organisation share. */
export interface BackgroundOptions {
  readonly days?: number;
  readonly holidays?: ReadonlySet<number>;
  /** Days on which their provider was down. */
  readonly outages?: ReadonlySet<number>;
}

interface BackgroundDay {
  readonly meanCalls: number;
  /** USD a call as an average of that many, which strays the less the more there are. */
  costPerCall(calls: number, luck: number): number;
}

/** How a feature is used from day to day when nothing happens; ask for the days in order. */
export function createBackground(
  kind: BackgroundKind,
  days: number,
  draw: Draw,
  { holidays, outages }: BackgroundOptions
): (day: number) => BackgroundDay {
  const isSparse = kind === 'sparse';
  const volume = isSparse ? draw.between(2, 8) : Math.exp(7.5 + 1.2 * draw.normal());
  const unit = Math.exp(Math.log(isSparse ? 60 : 90) + 1.2 * draw.normal()) / volume;
  const weekend = draw.between(0.3, 1.05);
  const week = [...Array.from({ length: 5 }, () => draw.between(0.93, 1.07)), weekend, weekend * draw.between(0.85, 1)];
  const firstWeekday = draw.index(7);
  const noise = draw.between(0.04, 0.11) * (kind === 'autocorrelated' ? 1.8 : 1);
  const memory = kind === 'autocorrelated' ? draw.between(0.5, 0.85) : draw.between(0, 0.35);
  const variation = kind === 'tenants' ? 4 : draw.between(1, 2.5);
  const growth = kind === 'growth' ? draw.between(0.004, 0.015) : draw.between(-0.001, 0.002);
  const decline = kind === 'ramp-down' ? draw.between(0.01, 0.04) : 0;
  const ramp = draw.between(5, 25);
  const silent = kind === 'zero days' ? draw.between(0.05, 0.3) : 0;
  const ownHolidays = kind === 'holidays' ? Array.from({ length: Math.ceil(days / 30) }, () => draw.index(days)) : [];
  const free = holidays ?? new Set(ownHolidays);
  const tenants = kind === 'tenants' ? tenantMix(draw) : undefined;
  let [mood, volumeWalk, unitWalk] = [0, 0, 0];
  return (day) => {
    mood = memory * mood + Math.sqrt(1 - memory ** 2) * noise * draw.normal();
    volumeWalk += 0.008 * draw.normal();
    unitWalk += 0.004 * draw.normal();
    let calls =
      volume * (week[(firstWeekday + day) % 7] ?? 1) * Math.exp(mood + volumeWalk + growth * Math.min(day, 150));
    if (kind === 'launch') {
      calls *= 1 / (1 + Math.exp(-(day - ramp * 2) / (ramp / 2))) + 0.02;
    }
    if (decline > 0 && day > days / 3) {
      calls *= Math.exp(-decline * Math.min(day - days / 3, 60));
    }
    calls *= tenants?.() ?? 1;
    calls *= free.has(day) ? draw.between(0.3, 0.7) : 1;
    calls *= outages?.has(day) ? 0.05 : 1;
    const today = unit * Math.exp(unitWalk);
    return {
      meanCalls: draw.chance(silent) ? 0 : calls,
      costPerCall: (made, luck) => {
        const variance = Math.log(1 + variation ** 2 / made);
        return made === 0 ? 0 : today * Math.exp(Math.sqrt(variance) * luck - variance / 2);
      },
    };
  };
}
