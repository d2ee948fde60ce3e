import type { GrafanaTheme2 } from '@grafana/data';
import { linesByName, type LineLook } from '../../components/looks/linesByName.ts';
import { VALUE } from './beforeAndSince.ts';

/** How the lines of `beforeAndSince` are drawn: bands, their medians dashed, the days themselves. */
export function bandLooks(theme: GrafanaTheme2): ReturnType<typeof linesByName> {
  const band = (name: string, color: string): LineLook[] => [
    { name: `${name}, usual low`, color, isBound: true },
    {
      name: `${name}, usual high`,
      color,
      isBound: true,
      custom: { fillBelowTo: `${name}, usual low`, fillOpacity: 18 },
    },
    { name: `${name}, median`, color, custom: { lineStyle: { fill: 'dash', dash: [6, 4] } } },
  ];
  return linesByName([
    ...['all days', 'before'].flatMap((name) => band(name, theme.colors.text.secondary)),
    ...band('since', theme.colors.success.main),
    { name: VALUE, color: theme.visualization.getColorByName('blue') },
  ]);
}
