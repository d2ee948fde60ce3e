import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import type { Column } from '../../components/table/column.ts';
import { WorthHelp } from '../../components/worth/WorthHelp.tsx';
import type { FeatureEconomics, UserCost } from '../../data/economics.ts';
import { countedWords } from './countedWords.ts';
import { userCostWords } from './userCostWords.ts';
import { usersWords } from './usersWords.ts';

type When = keyof FeatureEconomics['userCosts'];

/** Over what a user may cost: in the colour of what is over a bar, and in words. */
function CostCell({ cost, limitUsd }: { readonly cost: UserCost | null; readonly limitUsd: number }) {
  const over = useStyles2(getStyles);
  return cost !== null && cost.perUserUsd > limitUsd ? (
    <span className={over} title={`Over ${formatUnitCost(limitUsd)} a month`}>
      {userCostWords(cost)}
    </span>
  ) : (
    userCostWords(cost)
  );
}

function columnsOf(when: When, month: string, csvMonth: string): Column<FeatureEconomics>[] {
  const of = ({ userCosts }: FeatureEconomics) => userCosts[when];
  return [
    {
      ...{ id: `${when}Users`, csvName: `active_users_${csvMonth}`, label: `Users, ${month}`, isMinor: true },
      value: (row) => (of(row) === null ? undefined : Number(of(row)?.users)),
      show: (row) => usersWords(of(row)),
    },
    {
      ...{ id: when, csvName: `cost_usd_per_active_user_${csvMonth}`, label: `Cost each, ${month}` },
      value: (row) => of(row)?.perUserUsd,
      show: (row) => <CostCell cost={of(row)} limitUsd={row.userLimitUsd} />,
      help: (
        <WorthHelp of={`Cost each, ${month}`}>
          USD: what the feature cost in the calendar month, UTC, by the people who used it in it. Who is named by no
          call is missing, so a user costs at most that. Of an outside source: 30 days.
        </WorthHelp>
      ),
    },
  ];
}

/** What an active user of each feature costs, and what one may cost. @param months in words: of the last day, the one before */
export function userColumns(months: Readonly<Record<When, string>>): Column<FeatureEconomics>[] {
  return [
    {
      ...{ id: 'name', csvName: 'feature', label: 'Feature', isText: true },
      value: ({ feature }) => feature,
      show: ({ feature }) => feature,
    },
    ...columnsOf('current', months.current, 'month_to_date'),
    ...columnsOf('lastMonth', months.lastMonth, 'last_month'),
    {
      ...{ id: 'limit', csvName: 'limit_usd', label: 'May cost' },
      value: ({ userLimitUsd }) => userLimitUsd,
      show: ({ userLimitUsd }) => formatUnitCost(userLimitUsd),
      help: (
        <WorthHelp of="May cost">
          USD a month: user_usd_month of the owners file, or user_usd_month_consumer where the feature says consumer.
        </WorthHelp>
      ),
    },
    {
      ...{ id: 'counted', label: 'Counted', isText: true, isWrapping: true },
      value: ({ userCosts: { current, lastMonth } }) => {
        const shown = current ?? lastMonth;
        return shown === null ? undefined : countedWords(shown);
      },
      show: ({ userCosts: { current, lastMonth } }) => {
        const shown = current ?? lastMonth;
        return shown === null ? '–' : countedWords(shown);
      },
    },
  ];
}

const getStyles = (theme: GrafanaTheme2) => css({ color: theme.colors.warning.text });
