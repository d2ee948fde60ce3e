import { markdownTable } from '../report/markdownTable.ts';
import { added } from './added.ts';
import type { InSituResult } from './inSituResult.ts';
import { quantile } from './quantile.ts';

const signed = (value: number, digits = 0) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;

export interface InSituFigure {
  readonly peer: string;
  readonly scenario: string;
  readonly oursKiB: number;
  /** Added CPU with export, ours by the peer's. */
  readonly ratio: number;
  readonly peerUs: number;
}

/** One table of paired results, a row for each process (peer) and scenario, and its figures for the goals. */
export function inSituTable(results: Readonly<Record<string, InSituResult>>): {
  table: string;
  figures: InSituFigure[];
} {
  const figures: InSituFigure[] = [];
  const rows = Object.entries(results).flatMap(([peer, { blocks, flushes }]) =>
    Object.entries(blocks).map(([scenario, arms]) => {
      const { base = [] } = arms;
      const of = (arm: string) => ({
        us: added(arms[arm], base, 'cpuUs'),
        kib: added(arms[arm], base, 'heapKiB'),
      });
      const [ours, theirs, control] = [of('tap'), of('peer'), of('control')];
      const sent = { tap: quantile(flushes['tap'] ?? [], 0.5), peer: quantile(flushes['peer'] ?? [], 0.5) };
      const ratio = (ours.us + sent.tap) / (theirs.us + sent.peer);
      figures.push({ peer, scenario, oursKiB: ours.kib, ratio, peerUs: theirs.us + sent.peer });
      const cell = ({ us, kib }: typeof ours) => `${signed(us)} / ${signed(kib, 1)}`;
      return [
        peer,
        scenario,
        `${quantile(
          base.map(({ cpuUs }) => cpuUs),
          0.5
        ).toFixed(0)}`,
        cell(ours),
        cell(theirs),
        cell(control),
        `${sent.tap.toFixed(1)} / ${sent.peer.toFixed(1)}`,
        `${ratio.toFixed(2)}×`,
      ];
    })
  );
  const head = [
    'peer',
    'scenario',
    'base, µs',
    'ours, µs / KiB',
    'peer, µs / KiB',
    'control, µs / KiB',
    'sending a record, µs, ours / peer',
    'ours by peer, with sending',
  ];
  return { table: markdownTable(head, rows), figures };
}
