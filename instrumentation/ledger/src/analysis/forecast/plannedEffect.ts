/** What somebody expects: the value is within low and high in 80 of 100 cases, as likely above `likely` as below. */
export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** Something that will change cost from a day on: an optimization, a launch, a new price. */
export interface PlannedEffect {
  readonly name: string;
  /** UTC days; without `throughDay` it stays. */
  readonly fromDay: number;
  readonly throughDay?: number | undefined;
  /** `multiply`: factors on the projected cost (.85 saves 15 %); `add`: USD a day, negative saves. */
  readonly kind: 'multiply' | 'add';
  readonly size: Range;
}
