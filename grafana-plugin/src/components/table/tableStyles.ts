import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

export const tableStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto' }),
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      padding: theme.spacing(0.5, 1),
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontWeight: theme.typography.fontWeightRegular,
    },
    // With Grafana's menu docked a window of 1440 pixels leaves the page 1076.
    '@container page (max-width: 1240px)': { '.least': { display: 'none' } },
    '@container page (max-width: 1070px)': { '.minor': { display: 'none' } },
    'tbody tr': { borderBottom: `1px solid ${theme.colors.border.weak}` },
    'tbody tr:hover': { background: theme.colors.action.hover },
    'tfoot th, tfoot td': { fontWeight: theme.typography.fontWeightBold },
    thead: { borderBottom: `1px solid ${theme.colors.border.medium}` },
    'thead th': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
  }),
  name: css({ width: '22%', maxWidth: 260 }),
  longName: css({ width: '40%', maxWidth: 520 }),
  named: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), minWidth: 0 }),
  indented: css({ paddingLeft: theme.spacing(5) }),
  inner: css({ background: theme.colors.background.secondary, color: theme.colors.text.secondary }),
  clip: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
  link: css({ color: theme.colors.text.primary, '&:hover': { textDecoration: 'underline' } }),
  text: css({
    maxWidth: 180,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: theme.colors.text.secondary,
    '&&': { textAlign: 'left' },
  }),
  wrapping: css({ '&&': { whiteSpace: 'normal' } }),
  note: css({ color: theme.colors.text.secondary, '&&': { textAlign: 'left' } }),
});
