import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useRef } from 'react';
import type { ChartMark } from './chartMark.ts';
import { DayMarker } from './DayMarker.tsx';
import { markedDays } from './markedDays.ts';
import { usePlotArea } from './usePlotArea.ts';

interface Props {
  /** Starts of the chart's UTC days, ascending, none left out. */
  readonly days: readonly number[];
  readonly marks: readonly ChartMark[];
  /** Where in its slot a day's value stands: 0 is the start, as lines have it, ½ the middle, as bars have. */
  readonly within: number;
  readonly children: ReactNode;
}

/** A chart of days with a marker above each day on which something happened, and a line down through the plot. */
export function MarkedChart({ days, marks, within, children }: Props) {
  const styles = useStyles2(getStyles);
  const holder = useRef<HTMLDivElement>(null);
  const plot = usePlotArea(holder);
  const marked = markedDays(days, marks);
  const { left, width } = plot ?? { left: 0, width: undefined };
  return (
    <div ref={holder} className={marked.length > 0 ? styles.holder : undefined}>
      {marked.length > 0 && (
        <ul className={styles.strip} style={{ left, width: width ?? '100%' }} aria-label="What happened on these days">
          {marked.map((one) => (
            <li key={one.day} className={styles.day} style={{ left: `${((one.index + within) / days.length) * 100}%` }}>
              <DayMarker marked={one} />
              {plot && <span className={styles.line} style={{ height: plot.bottom - STRIP }} aria-hidden />}
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

/** CSS pixels that markers take above the chart. */
const STRIP = 22;

const getStyles = (theme: GrafanaTheme2) => ({
  holder: css({ position: 'relative', paddingTop: STRIP }),
  strip: css({ position: 'absolute', top: 0, height: STRIP, margin: 0, padding: 0, listStyle: 'none' }),
  day: css({
    position: 'absolute',
    height: STRIP,
    transform: 'translateX(-50%)',
    display: 'flex',
    justifyContent: 'center',
    '&:hover, &:focus-within': { zIndex: 1 },
  }),
  line: css({
    position: 'absolute',
    top: STRIP,
    left: '50%',
    borderLeft: `1px dashed ${theme.colors.border.strong}`,
    pointerEvents: 'none',
  }),
});
