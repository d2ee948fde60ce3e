import { FieldType, type PanelProps, dateTimeFormat, formattedValueToString } from '@grafana/data';
import type { VizLegendOptions } from '@grafana/schema';
import { SeriesTable, TimeSeries, TooltipPlugin2 } from '@grafana/ui';

interface Options {
  legend: VizLegendOptions;
  tooltip: { mode: string; hideZeros?: boolean };
}

/** Lines and bars over time, with a tooltip that names the time in the panel's zone. */
export function TimeSeriesPanel(props: PanelProps<Options>) {
  const { data, options, timeZone, onChangeTimeRange } = props;
  const frames = data.series.filter(({ fields }) => fields.some(({ type }) => type === FieldType.number));
  const all = options.tooltip.mode === 'multi';
  if (frames.length === 0) {
    return <p>No data</p>;
  }
  return (
    <TimeSeries {...props} frames={frames} legend={options.legend}>
      {(builder, { fields: [time, ...fields] }) => {
        const render = (_plot: unknown, indexes: (number | null)[], hovered: number | null) => {
          const at = indexes.find((index) => typeof index === 'number') ?? 0;
          const shown = fields.flatMap((field, series) => {
            const value: unknown = field.values[at];
            const wanted = (all || hovered === series + 1) && !(options.tooltip.hideZeros && value === 0);
            return typeof value === 'number' && wanted && field.display
              ? [{ field, display: field.display(value) }]
              : [];
          });
          const series = shown.map(({ field, display }) => {
            const label = field.state?.displayName ?? field.name;
            return { label, color: display.color ?? '', value: formattedValueToString(display) };
          });
          const timestamp = dateTimeFormat(time?.values[at] as number, { timeZone });
          return <SeriesTable timestamp={timestamp} series={series} />;
        };
        const mode = { hoverMode: all ? 1 : 0, clientZoom: true, queryZoom: onChangeTimeRange };
        return <TooltipPlugin2 config={builder} {...mode} render={render} />;
      }}
    </TimeSeries>
  );
}
