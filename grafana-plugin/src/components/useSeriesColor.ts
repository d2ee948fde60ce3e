import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { useTheme2 } from '@grafana/ui';
import { useCallback, useMemo } from 'react';
import { OTHER } from './otherName.ts';
import { seriesColors } from './seriesColors.ts';

/** The CSS colour of each of `names`; `other` and what is not among them is grey. */
export function useSeriesColor(names: readonly string[]): (name: string) => string {
  const theme = useTheme2();
  const colors = useMemo(() => seriesColors(names.filter((name) => name !== OTHER && name !== UNALLOCATED)), [names]);
  return useCallback(
    (name: string) => {
      const color = colors.get(name);
      return color === undefined ? theme.colors.text.disabled : theme.visualization.getColorByName(color);
    },
    [colors, theme]
  );
}
