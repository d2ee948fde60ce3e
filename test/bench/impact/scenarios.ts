/** What else moves cost per request while an event is measured; what is left out is as in a calm scope. */
export interface Scenario {
  /** Autocorrelation of the daily noise (4 %). */
  readonly rho?: number;
  /** Growth of requests, log points a day. */
  readonly growth?: number;
  /** A price change of one model on some day, ±10 to 30 %. */
  readonly price?: boolean;
  /** The share of the dearer model moves from one value in 30–70 % to another. */
  readonly mix?: boolean;
  /** Token drift as a share of ±.3 % a day. */
  readonly drift?: number;
  /** Spread of a single call's cost, and calls a day. */
  readonly callSpread?: number;
  readonly volume?: number;
  /** Random walk of the level, log points a day. */
  readonly walk?: number;
  /** A shock that untouched features feel too, log points. */
  readonly common?: number;
}

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'weekly rhythm': {},
  'growth 2 % a day': { growth: 0.02 },
  'price change': { price: true },
  'mix shift': { mix: true },
  'token drift ±.3 % a day': { drift: 1 },
  'autocorrelation .7': { rho: 0.7 },
  'level walk': { walk: 0.008 },
  'common shock, control': { common: 0.06 },
  'heavy tail, 150 calls a day': { callSpread: 5, volume: 150 },
  'all at once, control': {
    rho: 0.4,
    growth: 0.01,
    price: true,
    mix: true,
    drift: 0.5,
    callSpread: 2.5,
    walk: 0.003,
    common: 0.03,
  },
};
