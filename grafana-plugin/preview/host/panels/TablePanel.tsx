import type { PanelProps } from '@grafana/data';
import { TableCellHeight } from '@grafana/schema';
import { TableNG } from '@grafana/ui/unstable';

/** One frame as a table. */
export function TablePanel({ data, width, height, options, timeRange }: PanelProps<{ frameIndex: number }>) {
  const frame = data.series[options.frameIndex];
  const look = { cellHeight: TableCellHeight.Sm, showTypeIcons: false, enablePagination: false, getActions: () => [] };
  return frame ? <TableNG data={frame} {...look} {...{ width, height, timeRange }} /> : <p>No data</p>;
}
