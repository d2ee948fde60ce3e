import { createTheme } from '@grafana/data';
import React from 'react';
import { createPortal } from 'react-dom';
import { basisWords } from '../../../components/numbers/basisWords.ts';
import { formatChange } from '../../../components/numbers/formatChange.ts';
import { formatDay } from '../../../components/numbers/formatDay.ts';
import { formatMoney } from '../../../components/numbers/formatMoney.ts';
import { formatShare } from '../../../components/numbers/formatShare.ts';
import type { View } from '../../../components/frame/view.ts';
import type { HeadlineNumbers } from '../../../data/headlineNumbers.ts';
import { loadBrief } from '../../../data/loadBrief.ts';
import { useLoaded } from '../../../data/useLoaded.ts';
import { valueOf } from '../../../data/valueOf.ts';
import { DAY_MS } from '../../../queries/dayMs.ts';
import { BriefQuarter } from './BriefQuarter.tsx';
import { BriefWorth } from './BriefWorth.tsx';
import { BriefTable } from './BriefTable.tsx';
import { briefStyles } from './briefStyles.ts';
import { BriefTrust } from './BriefTrust.tsx';
import { CallCosts } from './CallCosts.tsx';
import { useBriefWorth } from './useBriefWorth.ts';

interface Props {
  readonly view: View;
  readonly headline: HeadlineNumbers;
}

/** What *Print* puts on one A4 page: the answers finance asks for, and no screen around them. Paper is light. */
export function CfoBrief({ view: { source, scope, basis, books }, headline }: Props) {
  const styles = briefStyles(createTheme({ colors: { mode: 'light' } }));
  const { value: brief } = useLoaded(JSON.stringify([source.uid, scope, books.lastClosedDay]), (signal) =>
    loadBrief(source, scope, books, Date.now(), signal)
  );
  const worth = useBriefWorth(books.lastClosedDay, scope);
  const { day, state, cost, weekBefore, month, owner, budget } = headline;
  const total = valueOf(cost);
  const before = valueOf(weekBefore);
  const limit = valueOf(budget);
  const spent = month && valueOf(month.cost);
  const who = valueOf(owner);
  const filters = (scope.filters ?? []).map(({ label, values }) => `${label} ${values.join(', ')}`);
  return createPortal(
    <article className={`ai-finops-print ${styles.page}`} data-testid="brief">
      <header>
        <h1>AI cost, {formatDay(day)}</h1>
        <p>
          {[
            scope.environment ?? 'all environments',
            ...filters,
            'UTC day',
            state === 'closing' || !scope.calibration
              ? 'estimate at the ledger’s prices'
              : basisWords(scope.calibration, { firstDay: day, lastDay: day }),
          ].join(' · ')}
          {who && ` · owner ${who.owner}`}
        </p>
      </header>
      <p className={styles.answer}>
        <strong>{total === undefined ? 'no data' : formatMoney(total)}</strong>{' '}
        {before !== undefined && `${formatChange(total, before)} vs ${formatDay(day - 7 * DAY_MS)}. `}
        {spent !== undefined &&
          `Month to date ${formatMoney(spent)}${limit ? `, ${formatShare(spent / limit)} of the budget of ${formatMoney(limit)}` : ''}.`}
      </p>
      <h2>What did each feature, team and tenant cost that day?</h2>
      <div className={styles.tables}>
        <BriefTable title="Feature" rows={brief?.features} total={total} />
        <BriefTable title="Team" rows={brief?.teams} total={total} />
        <BriefTable title="Tenant" rows={brief?.tenants} total={total} />
      </div>
      <h2>What did a call cost over 90 days, by feature?</h2>
      {brief && <CallCosts cost={brief.cost} calls={brief.calls} />}
      <h2>What did an outcome cost in the 30 days to {formatDay(books.lastClosedDay)}, and what loses money?</h2>
      {typeof worth === 'string' ? <p>{worth}</p> : <BriefWorth features={worth} />}
      <h2>What will the next quarter cost, at half, expected and double usage?</h2>
      <BriefQuarter brief={brief} isBillChosen={basis !== undefined} />
      <BriefTrust headline={headline} />
    </article>,
    document.body
  );
}
