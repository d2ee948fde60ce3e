import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** A page's answer and four cards beside it: one line where there is room, else two and three, so that none stands alone. */
export const fiveCards = (theme: GrafanaTheme2): string =>
  css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@container page (min-width: 480px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@container page (min-width: 720px)': {
      gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
      '> *': { gridColumn: 'span 2' },
      '> :nth-child(-n + 2)': { gridColumn: 'span 3' },
    },
    '@container page (min-width: 1000px)': {
      gridTemplateColumns: 'minmax(0, 1.4fr) repeat(4, minmax(0, 1fr))',
      '> *, > :nth-child(-n + 2)': { gridColumn: 'auto' },
    },
  });
