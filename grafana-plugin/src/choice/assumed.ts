/** What a value is taken to be: within low and high in 80 of 100 cases. */
export interface AssumedRange {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export const LAUNCH_FIELDS = [
  'dailyUsers',
  'callsPerUser',
  'inputTokens',
  'outputTokens',
  'inputPrice',
  'outputPrice',
] as const;

/** A feature without history; prices are USD for a million tokens. */
export type AssumedLaunch = Readonly<Record<(typeof LAUNCH_FIELDS)[number], AssumedRange>>;

/** What a forecast is asked under. All of it lives in the URL. */
export interface Assumed {
  /** 2 is twice the usage of today's trend; ½ to 2. */
  readonly usage: number;
  /** Changes in per cent: -10 is a price 10 % lower, 20 a mix of models that costs 20 % more. */
  readonly price: number;
  readonly mix: number;
  /** Ids of planned changes that count. */
  readonly planned: readonly string[];
  readonly launch: AssumedLaunch | undefined;
  readonly hasLaunch: boolean;
  /** `YYYY-MM-DD`; undefined: from the first day of the forecast on. */
  readonly launchDay: string | undefined;
}
