import type { Brief } from './brief.ts';
import type { Series } from './series.ts';

const SCENARIOS = ['half', 'expected', 'double'];

/** The 80 % range and median of each scenario that has all three, times what is billed for $1 estimated. */
export function readQuarter(series: readonly Series[], factor = 1): (Brief['quarter'] & { kind: 'value' })['value'] {
  const at = (scenario: string, quantile: string) =>
    series.find(({ labels }) => labels['scenario'] === scenario && labels['quantile'] === quantile)?.points.at(-1)
      ?.value;
  return SCENARIOS.flatMap((scenario) => {
    const [low, usd, high] = ['0.1', '0.5', '0.9'].map((quantile) => at(scenario, quantile));
    return low === undefined || usd === undefined || high === undefined
      ? []
      : [{ scenario, usd: usd * factor, low: low * factor, high: high * factor }];
  });
}
