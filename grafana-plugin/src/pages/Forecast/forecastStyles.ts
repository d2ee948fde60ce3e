import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

export const forecastStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto' }),
  table: css({
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      padding: theme.spacing(0.75, 1.5),
      textAlign: 'right',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    'th:first-child': { textAlign: 'left', fontWeight: theme.typography.fontWeightRegular },
    'thead th': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
    'tr[aria-selected=true]': { background: theme.colors.background.secondary },
  }),
  large: css({ fontSize: 24, lineHeight: '32px', fontWeight: theme.typography.fontWeightMedium }),
  bounds: css({ display: 'block', whiteSpace: 'normal', color: theme.colors.text.secondary }),
  quiet: css({ margin: 0, color: theme.colors.text.secondary }),
  over: css({ color: theme.colors.error.text }),
});
