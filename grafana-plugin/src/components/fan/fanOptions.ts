import type { GrafanaTheme2 } from '@grafana/data';
import { linesByName } from '../looks/linesByName.ts';

const BUDGET = 'budget a day';

/** How the fan's frame is drawn: bands between their bounds. */
export function fanOptions(theme: GrafanaTheme2): ReturnType<typeof linesByName> {
  const blue = theme.visualization.getColorByName('blue');
  const bound = { color: blue, isBound: true };
  return linesByName([
    { name: 'actual', color: theme.colors.text.primary },
    { name: 'forecast', color: blue, custom: { lineStyle: { fill: 'dash', dash: [6, 4] } } },
    { ...bound, name: '95 % low' },
    { ...bound, name: '95 % high', custom: { fillBelowTo: '95 % low', fillOpacity: 12 } },
    { ...bound, name: '80 % low' },
    { ...bound, name: '80 % high', custom: { fillBelowTo: '80 % low', fillOpacity: 28 } },
    {
      name: BUDGET,
      color: theme.colors.warning.main,
      custom: { lineWidth: 1, lineStyle: { fill: 'dash', dash: [2, 6] } },
    },
  ]);
}
