import { FieldType, type PanelProps, dateTimeFormat, formattedValueToString } from '@grafana/data';
import type { VizLegendOptions } from '@grafana/schema';
import { SeriesTable, TimeSeries, TooltipPlugin2 } from '@grafana/ui';

interface Options {
  legend: VizLegendOptions;
  tooltip: { mode: string; hideZeros?: boolean };
}

/** Lines and bars over time, with a tooltip that names the time in the panel's zone. */
export function TimeSeriesPanel({
  data,
  timeRange,
  timeZone,
  width,
  height,
  options,
  onChangeTimeRange,
}: PanelProps<Options>) {
  const frames = data.series.filter(({ fields }) => fields.some(({ type }) => type === FieldType.number));
  if (frames.length === 0) {
    return <p>No data</p>;
  }
  const all = options.tooltip.mode === 'multi';
  return (
    <TimeSeries {...{ frames, timeRange, timeZone, width, height, options }} legend={options.legend}>
      {(builder, aligned) => (
        <TooltipPlugin2
          config={builder}
          hoverMode={all ? 1 : 0}
          clientZoom
          queryZoom={onChangeTimeRange}
          render={(_plot, indexes, hovered) => {
            const at = indexes.find((index) => index != null) ?? 0;
            const rows = aligned.fields.slice(1).flatMap((field, number) => {
              const index = indexes[number + 1];
              const value: unknown = index == null ? null : field.values[index];
              const wanted = (all || hovered === number + 1) && !(options.tooltip.hideZeros && value === 0);
              const shown = value != null && wanted ? field.display?.(value) : undefined;
              const label = field.state?.displayName ?? field.name;
              return shown
                ? [{ label, value: formattedValueToString(shown), ...(shown.color && { color: shown.color }) }]
                : [];
            });
            const time = aligned.fields[0]?.values[at] as number;
            return (
              <div style={{ padding: 8 }}>
                <SeriesTable timestamp={dateTimeFormat(time, { timeZone })} series={rows} />
              </div>
            );
          }}
        />
      )}
    </TimeSeries>
  );
}
