import { createBackground, type BackgroundKind, type BackgroundOptions } from './background.ts';
import { Draw } from './draw.ts';
import { eventShape, type EventKind } from './eventKind.ts';

/** What an owner would want to hear of, USD a day; an event of twice that is one to find. */
export const GATE_USD = 10;

export interface Label {
  readonly kind: EventKind;
  readonly first: number;
  /** Last day on which an alarm still counts as having found it. */
  readonly last: number;
  /** Until when an alarm is its echo, not a false one. */
  readonly echo: number;
  readonly sign: number;
  /** Moves at least twice the gate; smaller ones count neither as found nor as false. */
  readonly isMaterial: boolean;
}

export interface LabelledSeries {
  readonly background: BackgroundKind;
  /** USD a day. */
  readonly cost: number[];
  /** First attempts a day. */
  readonly calls: number[];
  /** The same days without the event. */
  readonly usual: { readonly cost: number[]; readonly calls: number[] };
  readonly event: Label | undefined;
}

/** A feature's days with one event at most, and the same days without it to say how large it was. */
export function labelledSeries(
  background: BackgroundKind,
  kind: EventKind | undefined,
  seed: string,
  options: BackgroundOptions = {}
): LabelledSeries {
  const draw = new Draw(seed);
  const low = kind === 'prompt drift' ? 60 : 30;
  const days = options.days ?? Math.round(Math.exp(draw.between(Math.log(low), Math.log(400))));
  const shape = kind && eventShape(kind, draw);
  const first = kind ? Math.floor(draw.between(5, days - (kind === 'prompt drift' ? 28 : 8))) : Infinity;
  const day = createBackground(background, days, draw, options);
  const cost: number[] = [];
  const calls: number[] = [];
  const usual = { cost: [] as number[], calls: [] as number[] };
  for (let index = 0; index < days; index += 1) {
    const { meanCalls, costPerCall } = day(index);
    const factor = shape ? factorOn(index - first, shape) : 1;
    const meant = draw.count(meanCalls);
    const made = shape?.moves === 'calls' ? Math.round(meant * factor) : meant;
    const luck = draw.normal();
    calls.push(made);
    usual.calls.push(meant);
    usual.cost.push(meant * costPerCall(meant, luck));
    cost.push(made * costPerCall(made, luck) * (shape?.moves === 'cost' ? factor : 1));
  }
  return { background, cost, calls, usual, event: kind && shape && label(kind, shape, first, cost, usual.cost) };
}

function factorOn(age: number, { days, factor, isBurst }: ReturnType<typeof eventShape>): number {
  if (age < 0 || (isBurst && age >= days)) {
    return 1;
  }
  return isBurst ? factor : factor ** Math.min(1, (age + 1) / days);
}

function label(
  kind: EventKind,
  { days, factor, isBurst }: ReturnType<typeof eventShape>,
  first: number,
  cost: readonly number[],
  without: readonly number[]
): Label {
  const isDrift = kind === 'prompt drift';
  const end = Math.min(cost.length, isBurst || isDrift ? first + days : first + 7);
  let moved = 0;
  for (let index = first; index < end; index += 1) {
    moved += (cost[index] ?? 0) - (without[index] ?? 0);
  }
  return {
    kind,
    first,
    last: isBurst ? first + days : isDrift ? first + days + 3 : first + (kind === 'mix shift' ? days : 0) + 7,
    echo: isBurst ? first + days + 3 : first + 28 + (isDrift ? days : 0),
    sign: Math.sign(Math.log(factor)),
    isMaterial: Math.abs(moved / (end - first)) >= 2 * GATE_USD,
  };
}
