import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Basis } from '../../choice/basis.ts';
import { BasisMark } from '../../components/BasisMark.tsx';
import { Help } from '../../components/Help.tsx';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import type { Answer } from '../../data/answer.ts';
import type { MonthOutlook } from '../../data/monthOutlook.ts';
import type { PromSource } from '../../data/promSource.ts';
import { valueOf } from '../../data/valueOf.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { exhaustionWords } from '../../components/exhaustionWords.ts';
import { forecastStyles } from './forecastStyles.ts';

interface Props {
  readonly source: PromSource;
  readonly budget: Answer<number | undefined>;
  readonly outlooks: readonly { readonly name: string; readonly usage: number; readonly outlook: MonthOutlook }[];
  /** Whose budget; undefined: the total's. */
  readonly of: string | undefined;
  readonly basis: Basis;
}

/** The month against its budget, at each usage: its end, and the day the budget runs out. */
export function BudgetOutlook({ source, budget, outlooks, of, basis }: Props) {
  const styles = useStyles2(forecastStyles);
  const [first] = outlooks;
  const limit = valueOf(budget);
  if (!first) {
    return null;
  }
  const { firstDay, lastDay } = first.outlook;
  const days = `${formatDay(firstDay * DAY_MS)} – ${formatDay(lastDay * DAY_MS)}`;
  return (
    <section>
      <h3>
        Does this month’s budget last? <BasisMark basis={basis} />{' '}
        <Help
          of="The month’s outlook"
          definition="The closed UTC days of the month, with what came late for them, and the forecast of those that are left. The range holds in 80 of 100 cases. The budget is that of the owners file."
          question={budget.question}
          source={source}
        />
      </h3>
      <p className={styles.quiet} data-testid="budget-line">
        {limit === undefined
          ? `${budget.kind === 'value' ? `No monthly budget is set for ${of ?? 'the total'} in the owners file` : budget.words}.`
          : `Budget of ${of ?? 'the total'}: ${formatMoney(limit)} for ${days}; ${formatMoney(first.outlook.spent)} spent so far.`}
      </p>
      <div className={styles.scroll}>
        <table className={styles.table} data-testid="month-outlook">
          <thead>
            <tr>
              <th scope="col">Usage from now on</th>
              <th scope="col">Month end, USD</th>
              <th scope="col">80 % range, USD</th>
              <th scope="col">Budget</th>
            </tr>
          </thead>
          <tbody>
            {outlooks.map(({ name, usage, outlook: { usd, low, high, end } }) => (
              <tr key={usage} data-usage={usage}>
                <th scope="row">{name}</th>
                <td>{formatMoneyShort(usd)}</td>
                <td>
                  {formatMoneyShort(low)} – {formatMoneyShort(high)}
                </td>
                <td className={end?.state === 'runs_out' || end?.state === 'exhausted' ? styles.over : undefined}>
                  {end ? exhaustionWords(end) : 'no budget'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
