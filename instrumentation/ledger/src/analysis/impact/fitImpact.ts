import { impactDesign, type ImpactRow } from './impactDesign.ts';
import { invertSymmetric } from './invertSymmetric.ts';

/** What the days say about the events. */
export interface ImpactFit {
  /** Log effect of each event on cost per request: -.105 is -10 %. */
  readonly effects: readonly number[];
  /** Of the effects. */
  readonly covariance: readonly (readonly number[])[];
  readonly degrees: number;
  /** Autocorrelation of daily errors, and their variance. */
  readonly rho: number;
  readonly variance: number;
  /** Drift of cost per request without the events, log points a day. */
  readonly slope: number;
}

const RHOS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
const rhoPrior = (rho: number) => (1 - rho) ** 0.6 * (1 + 4 * rho);
/** Noise of single calls hides part of the autocorrelation: back-tested widening, (1 + .3 ρ) times the standard error. */
const WIDENING = 0.3;
const PRIOR_DEGREES = 2;
const PRIOR_DEVIATION = 0.04;

/**
 * Regression of log cost per request on events, weekday, slope and control with AR(1) errors. The autocorrelation is
 * integrated over a grid, not estimated: weighted by marginal likelihood, so that not knowing it widens the interval.
 * Ridge priors (see `impactDesign`), variance prior .04 with 2 degrees. Estimate = weighted mean, variance = mean of
 * variances + variance of means. Days that are missing count as a longer step: correlation ρ^gap.
 *
 * @param rows by day, rising
 * @param originDay where the slope is 0: the first event
 */
export function fitImpact(
  rows: readonly ImpactRow[],
  logs: readonly number[],
  originDay: number,
  hasControl: boolean
): ImpactFit {
  const design = impactDesign(rows, originDay, hasControl);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const y = logs.map((log, index) => log - mean - (hasControl ? (rows[index]?.control ?? 0) : 0));
  const gaps = rows.map(({ day }, index) => day - (rows[index - 1]?.day ?? day));
  const events = rows[0]?.doses.length ?? 0;
  const degrees = logs.length - events - 1 + PRIOR_DEGREES;
  let s2 = PRIOR_DEVIATION ** 2;
  let fits: ReturnType<typeof fitAt>[] = [];
  for (let pass = 0; pass < 2; pass += 1) {
    const penalties = design.penalties(s2);
    fits = RHOS.map((rho) => fitAt(rho, design.rows, y, gaps, penalties, degrees));
    const best = Math.max(...fits.map((fit) => fit.logWeight));
    const whole = fits.reduce((sum, fit) => sum + Math.exp(fit.logWeight - best), 0);
    fits = fits.map((fit) => ({ ...fit, weight: Math.exp(fit.logWeight - best) / whole }));
    s2 = weighted(fits, (fit) => fit.s2);
  }
  const effects = Array.from({ length: events }, (_, event) => weighted(fits, (fit) => fit.beta[event] ?? 0));
  const rho = weighted(fits, (fit) => fit.rho);
  const widened = (1 + WIDENING * rho) ** 2;
  const covariance = effects.map((a, i) =>
    effects.map((b, j) => {
      const spread = ({ beta, ...fit }: (typeof fits)[number]) =>
        (fit.covariance[i]?.[j] ?? 0) + ((beta[i] ?? 0) - a) * ((beta[j] ?? 0) - b);
      return widened * weighted(fits, spread);
    })
  );
  return {
    effects,
    covariance,
    degrees: degrees - 4,
    rho,
    variance: s2,
    slope: weighted(fits, (fit) => fit.beta[events + 7] ?? 0),
  };
}

function weighted<Fit extends { readonly weight: number }>(fits: readonly Fit[], of: (fit: Fit) => number): number {
  return fits.reduce((sum, fit) => sum + fit.weight * of(fit), 0);
}

/** The fit at one autocorrelation; `s2` is the variance of a day's error, its innovations have s2 (1 - ρ²). */
function fitAt(
  rho: number,
  x: readonly (readonly number[])[],
  y: readonly number[],
  gaps: readonly number[],
  penalties: readonly number[],
  degrees: number
) {
  const own = 1 - rho * rho;
  const size = penalties.length;
  const normal = penalties.map((penalty, row) => penalties.map((_, column) => (row === column ? penalty * own : 0)));
  const right = new Array<number>(size).fill(0);
  let squares = 0;
  let logScale = 0;
  const row = new Float64Array(size);
  for (let index = 0; index < y.length; index += 1) {
    // Quasi-difference over the gap; the first day stands alone. All rows end up with innovation variance s2 (1 - ρ²).
    const kept = index === 0 ? 0 : rho ** (gaps[index] ?? 1);
    const scale = Math.sqrt(own / (1 - kept * kept));
    logScale += Math.log(own / (scale * scale));
    const previous = x[index - 1];
    const current = x[index] as readonly number[];
    for (let column = 0; column < size; column += 1) {
      row[column] = scale * ((current[column] as number) - kept * (previous?.[column] ?? 0));
    }
    const target = scale * ((y[index] as number) - kept * (y[index - 1] ?? 0));
    squares += target * target;
    for (let column = 0; column < size; column += 1) {
      const left = row[column] as number;
      right[column] = (right[column] as number) + left * target;
      const into = normal[column] as number[];
      for (let other = 0; other < size; other += 1) {
        into[other] = (into[other] as number) + left * (row[other] as number);
      }
    }
  }
  const { inverse, logDeterminant } = invertSymmetric(normal);
  const beta = inverse.map((line) => line.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0));
  const explained = beta.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
  // Penalised residual sum of squares: y'y - b'X'y.
  const sum = (squares - explained) / own + PRIOR_DEGREES * PRIOR_DEVIATION ** 2;
  const s2 = sum / degrees;
  return {
    rho,
    beta,
    s2,
    covariance: inverse.map((line) => line.map((value) => value * s2 * own)),
    logWeight:
      Math.log(rhoPrior(rho)) -
      0.5 * logScale -
      0.5 * (logDeterminant - size * Math.log(own)) -
      (degrees / 2) * Math.log(sum),
    weight: 0,
  };
}
