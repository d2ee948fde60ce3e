import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Choice } from '../../choice/choice.ts';
import { pageHref } from '../../components/frame/pageHref.ts';
import { labelNames } from '../../components/labelNames.ts';

/** How the selection was narrowed; each step leads back to where it was. */
export function Breadcrumbs({ choice }: { readonly choice: Choice }) {
  const styles = useStyles2(getStyles);
  const { filters } = choice;
  if (filters.length === 0) {
    return null;
  }
  const to = (count: number) =>
    pageHref('attribution', {
      ...choice,
      filters: filters.slice(0, count),
      by: filters[count]?.label ?? choice.by,
      ...{ open: undefined, sort: '', find: '' },
    });
  return (
    <nav aria-label="Selection" className={styles}>
      <a href={to(0)}>All AI cost</a>
      {filters.map(({ label, values }, index) => {
        const text = `${labelNames[label]} ${values.join(', ')}`;
        return (
          <React.Fragment key={label}>
            <span aria-hidden>›</span>
            {index === filters.length - 1 ? (
              <span aria-current="true" title={text}>
                {text}
              </span>
            ) : (
              <a href={to(index + 1)} title={text}>
                {text}
              </a>
            )}
          </React.Fragment>
        );
      })}
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    '> *': { maxWidth: 320, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    a: { color: theme.colors.text.link },
  });
