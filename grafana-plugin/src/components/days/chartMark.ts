export const MARK_KINDS = ['optimization', 'anomaly', 'price'] as const;

export type MarkKind = (typeof MARK_KINDS)[number];

/** Something that happened on a day of a chart. */
export interface ChartMark {
  /** Start of its UTC day, ms. */
  readonly day: number;
  readonly kind: MarkKind;
  readonly words: string;
  /** Where there is more about it. */
  readonly href?: string;
}

export const MARK_SYMBOLS: Readonly<Record<MarkKind, string>> = { optimization: '▼', anomaly: '●', price: '┆' };

export const MARK_NAMES: Readonly<Record<MarkKind, string>> = {
  optimization: 'optimization',
  anomaly: 'anomaly',
  price: 'price change',
};
