import {
  type DataFrame,
  type FieldConfigSource,
  LoadingState,
  type PanelData,
  dateTimeForTimeZone,
} from '@grafana/data';
import { PanelRenderer } from '@grafana/runtime';
import React, { useMemo } from 'react';
import { DAY_MS } from '../../queries/dayMs.ts';
import { useWidth } from '../useWidth.ts';

interface Props {
  readonly title: string;
  readonly testId: string;
  /** Its first field is the starts of UTC days. */
  readonly frame: DataFrame;
  readonly looks: { readonly options: object; readonly fieldConfig: FieldConfigSource };
  readonly height: number;
  /** Marks, as a dashboard hands them to its panels. */
  readonly annotations?: DataFrame[] | undefined;
}

/** A frame of whole UTC days in Grafana's own time series panel, as wide as there is room. */
export function DaysChart({ title, testId, frame, looks, height, annotations }: Props) {
  const { ref, width } = useWidth();
  const data = useMemo((): PanelData => {
    const days = frame.fields[0]?.values ?? [];
    const from = dateTimeForTimeZone('utc', days[0]);
    const to = dateTimeForTimeZone('utc', Number(days.at(-1) ?? 0) + DAY_MS - 1);
    return {
      state: LoadingState.Done,
      series: [frame],
      timeRange: { from, to, raw: { from, to } },
      ...(annotations && { annotations }),
    };
  }, [frame, annotations]);
  return (
    <div ref={ref} style={{ width: '100%', minWidth: 0, height }} data-testid={testId}>
      {width > 0 && (
        <PanelRenderer
          pluginId="timeseries"
          title={title}
          data={data}
          options={looks.options}
          fieldConfig={looks.fieldConfig}
          timeZone="utc"
          width={width}
          height={height}
        />
      )}
    </div>
  );
}
