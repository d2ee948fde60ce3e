import { keptSelector } from './keptSelector.ts';
import type { Label } from './label.ts';

/** Which values of a label have cost anything in 30 days? Asked for now. */
export const labelValues = (label: Label, environment: string | undefined) => {
  const series = keptSelector('cost', { environment }, [label]);
  return typeof series === 'string' ? `group by (${label}) (last_over_time(${series}[30d]))` : series;
};
