import type { PanelProps } from '@grafana/data';
import { TableCellHeight } from '@grafana/schema';
import { TableNG } from '@grafana/ui/unstable';

/** One frame as a table. */
export function TablePanel({ data, width, height, options, timeRange }: PanelProps<{ frameIndex: number }>) {
  const frame = data.series[options.frameIndex];
  if (!frame) {
    return <p>No data</p>;
  }
  return (
    <TableNG
      data={frame}
      width={width}
      height={height}
      timeRange={timeRange}
      cellHeight={TableCellHeight.Sm}
      showTypeIcons={false}
      enablePagination={false}
      getActions={() => []}
    />
  );
}
