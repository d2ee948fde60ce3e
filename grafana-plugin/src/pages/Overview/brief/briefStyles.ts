import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

export const briefStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'none',
    '@media print': { display: 'block' },
    color: theme.colors.text.maxContrast,
    background: theme.colors.background.primary,
    fontSize: 11,
    fontVariantNumeric: 'tabular-nums',
    h1: { margin: 0, fontSize: 22 },
    h2: { margin: theme.spacing(2, 0, 0.5), fontSize: 13 },
    p: { margin: 0 },
    table: { width: '100%', borderCollapse: 'collapse' },
    'th, td': { padding: '2px 4px', textAlign: 'right', borderBottom: `1px solid ${theme.colors.border.weak}` },
    'th:first-child': { textAlign: 'left', overflow: 'hidden', textOverflow: 'ellipsis', maxWidth: 150 },
    footer: { marginTop: theme.spacing(2) },
  }),
  answer: css({ marginTop: theme.spacing(1), fontSize: 13, strong: { fontSize: 26 } }),
  tables: css({
    display: 'grid',
    alignItems: 'start',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: theme.spacing(2),
  }),
});
