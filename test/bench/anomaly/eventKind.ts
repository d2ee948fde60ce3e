import type { Draw } from './draw.ts';

export const EVENT_KINDS = [
  'spike',
  'retry storm',
  'deployment step',
  'prompt drift',
  'mix shift',
  'price',
  'outage',
  'optimization',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

interface EventShape {
  /** Days it lasts, or takes to reach its full size where it stays. */
  readonly days: number;
  /** What it multiplies at full size. */
  readonly factor: number;
  /** `calls`: the feature is used more or less. `cost`: the same use costs more or less, retries included. */
  readonly moves: 'calls' | 'cost';
  /** Whether it goes away by itself. */
  readonly isBurst: boolean;
}

/** Draws how large an event of a kind is. */
export function eventShape(kind: EventKind, draw: Draw): EventShape {
  switch (kind) {
    case 'spike':
      return { days: 1, factor: draw.between(1.5, 4), moves: 'calls', isBurst: true };
    case 'retry storm':
      return { days: 1 + draw.index(3), factor: draw.between(1.3, 3), moves: 'cost', isBurst: true };
    case 'deployment step':
      return { days: 1, factor: draw.between(1.2, 2), moves: 'cost', isBurst: false };
    case 'prompt drift': {
      const days = Math.round(draw.between(20, 40));
      return { days, factor: Math.exp(draw.between(0.005, 0.02) * days), moves: 'cost', isBurst: false };
    }
    case 'mix shift':
      return { days: Math.round(draw.between(1, 5)), factor: draw.between(1.2, 2.5), moves: 'cost', isBurst: false };
    case 'price': {
      const factor = draw.chance(0.5) ? draw.between(0.65, 0.85) : draw.between(1.15, 1.5);
      return { days: 1, factor, moves: 'cost', isBurst: false };
    }
    case 'outage':
      return { days: 1 + draw.index(2), factor: draw.between(0.001, 0.1), moves: 'calls', isBurst: true };
    case 'optimization':
      return { days: 1, factor: draw.between(0.55, 0.85), moves: 'cost', isBurst: false };
  }
}
