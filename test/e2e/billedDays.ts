import { askPrometheus } from './askPrometheus.ts';
import { DAY_MS } from './closedDays.ts';

interface BilledCost {
  readonly feature: string | undefined;
  /** USD of one closed day, as estimated and as billed. */
  readonly estimated: number;
  readonly billed: number;
}

/**
 * Closed days up to `last`, by feature and provider, each day asked for alone: times the provider's final bill of its month,
 * or the newest where the month has none.
 *
 * @param environment as a matcher: `environment="production"`; '': all
 */
export async function billedDays(last: number, count: number, environment: string): Promise<BilledCost[]> {
  const [newest, ofMonth] = await Promise.all([
    askPrometheus('genai_provider_calibration_ratio'),
    askPrometheus('genai_month_calibration_ratio'),
  ]);
  const ratioOf = (provider: string | undefined, month: string) => {
    const known = [...ofMonth, ...newest].filter(({ metric }) => metric['provider'] === provider);
    const found = known.find(({ metric }) => metric['month'] === month) ?? known.at(-1);
    return found === undefined ? 1 : Number(found.value[1]);
  };
  const days = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const day = last - index * DAY_MS;
      const month = new Date(day).toISOString().slice(0, 7);
      const costs = await askPrometheus(
        `sum by (feature, provider) (sum_over_time(genai_daily_cost_usd{${environment}}[1h]))`,
        day + DAY_MS
      );
      return costs.map(({ metric: { feature, provider }, value }) => ({
        feature,
        estimated: Number(value[1]),
        billed: Number(value[1]) * ratioOf(provider, month),
      }));
    })
  );
  return days.flat();
}
