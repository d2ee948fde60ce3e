import { type FieldDisplay, type PanelProps, getFieldDisplayValues } from '@grafana/data';
import { BarGauge, type BarGaugeProps, BigValue, type BigValueProps, VizRepeater, useTheme2 } from '@grafana/ui';

type Options = Pick<BigValueProps, 'colorMode' | 'graphMode' | 'justifyMode' | 'textMode'> &
  Pick<BarGaugeProps, 'displayMode' | 'orientation'> & {
    reduceOptions: Parameters<typeof getFieldDisplayValues>[0]['reduceOptions'];
  };

/** Each series reduced to a value: a big number, or a bar where the options name a bar's display mode. */
export function ValuesPanel(props: PanelProps<Options>) {
  const { data, width, height, options, renderCounter, fieldConfig, replaceVariables, timeZone } = props;
  const theme = useTheme2();
  return (
    <VizRepeater<FieldDisplay, object>
      {...{ source: data, width, height, renderCounter, orientation: options.orientation, itemSpacing: 4 }}
      autoGrid={options.displayMode === undefined}
      getAlignmentFactors={() => ({})}
      getValues={() =>
        getFieldDisplayValues({
          fieldConfig,
          reduceOptions: options.reduceOptions,
          replaceVariables,
          theme,
          data: data.series,
          sparkline: String(options.graphMode) !== 'none',
          timeZone,
        })
      }
      renderValue={({ value: { display, sparkline, field }, width: itemWidth, height: itemHeight }) =>
        options.displayMode === undefined ? (
          <BigValue
            {...{ theme, value: display, ...(sparkline && { sparkline }), ...options }}
            width={itemWidth}
            height={itemHeight}
          />
        ) : (
          <BarGauge {...{ theme, value: display, field, ...options }} width={itemWidth} height={itemHeight} />
        )
      }
    />
  );
}
