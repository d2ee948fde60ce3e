import { cx } from '@emotion/css';
import type { Column } from './column.ts';
import type { tableStyles } from './tableStyles.ts';

/** How the cells of a column look, and in how narrow a page they are left out. */
export const cellClass = (
  { isText, isWrapping, isMinor }: Pick<Column<never>, 'isText' | 'isWrapping' | 'isMinor'>,
  styles: ReturnType<typeof tableStyles>
): string =>
  cx(isMinor === 'first' ? 'least' : isMinor && 'minor', isText && styles.text, isWrapping && styles.wrapping);
