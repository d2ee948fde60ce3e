import { Alert } from '@grafana/ui';
import React, { type ReactNode, useState } from 'react';
import { monthWords } from '../../components/numbers/monthWords.ts';
import { DataTable } from '../../components/table/DataTable.tsx';
import type { FeatureEconomics, UserCosts } from '../../data/economics.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { countedWords } from './countedWords.ts';
import { userColumns } from './userColumns.tsx';
import { userCostWords } from './userCostWords.ts';
import { usersWords } from './usersWords.ts';

interface Props {
  /** What the costs rest on. */
  readonly basis: ReactNode;
  readonly isCalibrated: boolean;
  readonly features: readonly FeatureEconomics[];
  /** Of all features; undefined where not all are shown. */
  readonly all: UserCosts | undefined;
  /** Last day of the period, `2026-11-22`. */
  readonly lastDay: string;
}

/** What people cost who use it: the month so far, and the one before. */
export function UsersPart({ basis, isCalibrated, features, all, lastDay }: Props) {
  const [sort, setSort] = useState('-current');
  const [find, setFind] = useState('');
  const rows = features.filter(({ userCosts: { current, lastMonth } }) => current !== null || lastMonth !== null);
  if (rows.length === 0) {
    return (
      <Alert severity="info" title="How many people use it is not known" data-testid="no-users">
        Start services with <code>AI_FINOPS_USERS=hash</code> and say whom a call is for:{' '}
        <code>withAttribution({'{ feature, user }'}, …)</code>. The ledger counts people and keeps no names. Or name a
        metric that counts them in the owners file: <code>activeUsers: {'{ promql }'}</code>.
      </Alert>
    );
  }
  const month = lastDay.slice(0, 7);
  const before = new Date(Date.parse(`${month}-01`) - 1).toISOString().slice(0, 7);
  const isOver = new Date(Date.parse(lastDay) + DAY_MS).toISOString().slice(0, 7) !== month;
  const months = { current: `${shortMonth(month)}${isOver ? '' : ' so far'}`, lastMonth: shortMonth(before) };
  const shown = all?.current ?? all?.lastMonth;
  return (
    <section data-testid="users">
      <DataTable
        testId="worth-users"
        title={
          <>
            <h2>Cost per active user</h2> {basis}
          </>
        }
        rows={rows}
        columns={userColumns(months)}
        nameOf={({ feature }) => feature}
        total={
          shown
            ? {
                name: 'All features',
                currentUsers: usersWords(all?.current),
                current: userCostWords(all?.current),
                lastMonthUsers: usersWords(all?.lastMonth),
                lastMonth: userCostWords(all?.lastMonth),
                counted: `each person once, ${countedWords(shown, 'all calls')}`,
              }
            : undefined
        }
        sort={sort}
        ownSort="-current"
        onSort={setSort}
        find={find}
        onFind={setFind}
        csvFile={`ai-cost-per-active-user${isCalibrated ? '-calibrated' : ''}.csv`}
      />
    </section>
  );
}

/** `2026-10` as `Oct`. */
const shortMonth = (month: string): string => monthWords(month).slice(0, 3);
