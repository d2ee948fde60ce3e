import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { BasisMark } from '../../components/BasisMark.tsx';
import { Figure } from '../../components/Figure.tsx';
import { pageHref } from '../../components/frame/pageHref.ts';
import type { View } from '../../components/frame/view.ts';
import { Help } from '../../components/Help.tsx';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatDays } from '../../components/numbers/formatDays.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import type { Attribution } from '../../data/attribution.ts';
import { valueOf } from '../../data/valueOf.ts';
import { soleNames } from './soleNames.ts';
import { Breadcrumbs } from './Breadcrumbs.tsx';

interface Props {
  readonly view: View;
  readonly attribution: Attribution;
}

/** What is selected, and what it cost: the page's answer. */
export function Selection({ view: { source, scope, basis, choice }, attribution }: Props) {
  const styles = useStyles2(getStyles);
  const { period, cost, before, calls, allCost } = attribution;
  const [usd, usdBefore, count, all] = [cost, before, calls, allCost].map(valueOf);
  const change = formatChange(usd, usdBefore);
  const pages = soleNames(scope);
  return (
    <section data-testid="selection">
      <Breadcrumbs choice={choice} />
      <div className={styles.answer}>
        <span className={styles.value} data-testid="selection-value">
          <Figure answer={cost} format={formatMoney} />
        </span>
        <span data-testid="selection-days">{formatDays(period)}</span>
        <BasisMark basis={basis} days={period} />
        <Help
          of="Cost of the selection"
          definition={`What the selection's calls cost on the closed UTC days ${formatDays(period)}, as closed. Before: ${formatDays(period.before)}.`}
          question={cost.question}
          also={{ Before: before.question, Calls: calls.question, 'Without filters': allCost.question }}
          source={source}
        />
      </div>
      <p className={styles.notes} data-testid="selection-change">
        {change === undefined || usdBefore === undefined
          ? `Nothing to compare with on ${formatDays(period.before)}`
          : `${change} vs ${formatDays(period.before)} (${formatMoney(usdBefore)})`}
        {count !== undefined && ` · ${formatCount(count)} calls`}
        {usd !== undefined && count ? `, ${formatUnitCost(usd / count)} a call` : ''}
        {choice.filters.length > 0 && usd !== undefined && all
          ? ` · ${formatShare(usd / all)} of all cost${scope.environment ? ` in ${scope.environment}` : ''}`
          : ''}
        {pages.map(({ page, name }) => (
          <React.Fragment key={page}>
            {' · '}
            <TextLink href={pageHref(page, { ...choice, by: page === 'feature' ? 'model' : 'feature' })} inline>
              {`${page === 'feature' ? 'Feature' : 'Tenant'} page of ${name.slice(0, 60)}`}
            </TextLink>
          </React.Fragment>
        ))}
      </p>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  answer: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    margin: 0,
    color: theme.colors.text.secondary,
  }),
  value: css({
    fontSize: 44,
    lineHeight: '52px',
    fontWeight: theme.typography.fontWeightMedium,
    fontVariantNumeric: 'tabular-nums',
    color: theme.colors.text.maxContrast,
  }),
  notes: css({ margin: 0, color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
