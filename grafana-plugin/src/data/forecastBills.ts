import type { Calibration } from '../queries/calibration.ts';
import type { forecastName } from './forecastName.ts';

/** The bills that say something of what is forecast: of one provider, its own; undefined: none does. */
export function forecastBills(
  of: ReturnType<typeof forecastName>,
  bills: readonly Calibration[] | undefined
): readonly Calibration[] | undefined {
  const own = bills?.filter(({ provider }) => of?.label !== 'provider' || of.name === provider);
  return own && own.length > 0 ? own : undefined;
}
