import { type FieldDisplay, type PanelProps, getFieldDisplayValues } from '@grafana/data';
import { BarGauge, BigValue, VizRepeater, useTheme2 } from '@grafana/ui';
import type { ComponentProps } from 'react';

type Big = ComponentProps<typeof BigValue>;
type Bar = ComponentProps<typeof BarGauge>;
type Options = Pick<Big, 'colorMode' | 'graphMode' | 'justifyMode' | 'textMode'> &
  Pick<Bar, 'displayMode' | 'orientation'> &
  Pick<Parameters<typeof getFieldDisplayValues>[0], 'reduceOptions'>;

/** Each series reduced to a value: a big number, or a bar where the options name a bar's display mode. */
export function ValuesPanel(props: PanelProps<Options>) {
  const { data, options, fieldConfig, replaceVariables, timeZone } = props;
  const theme = useTheme2();
  const context = { theme, timeZone, replaceVariables, fieldConfig, sparkline: String(options.graphMode) === 'area' };
  const getValues = () =>
    getFieldDisplayValues({ ...context, reduceOptions: options.reduceOptions, data: data.series });
  const bars = options.displayMode !== undefined;
  const size = { width: props.width, height: props.height, renderCounter: props.renderCounter, itemSpacing: 4 };
  return (
    <VizRepeater<FieldDisplay, object>
      {...{ ...size, source: data, orientation: options.orientation, autoGrid: !bars }}
      getAlignmentFactors={() => ({})}
      getValues={getValues}
      renderValue={({ value: { display, sparkline, field }, width, height }) =>
        bars ? (
          <BarGauge {...options} theme={theme} value={display} field={field} width={width} height={height} />
        ) : (
          <BigValue
            {...options}
            theme={theme}
            value={display}
            {...(sparkline && { sparkline })}
            width={width}
            height={height}
          />
        )
      }
    />
  );
}
