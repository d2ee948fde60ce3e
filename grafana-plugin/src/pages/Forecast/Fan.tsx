import type { DailyCost } from '@ai-finops/ledger/analysis';
import { Button, Stack, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { FanChart } from '../../components/fan/FanChart.tsx';
import { fanDays } from '../../components/fan/fanDays.ts';
import { useChoice } from '../../components/frame/useChoice.ts';
import { Help } from '../../components/Help.tsx';
import { monthLength } from '../../components/monthLength.ts';
import { billedRatio } from '../../data/billedRatio.ts';
import type { ForecastCalibration } from '../../data/forecastCalibration.ts';
import type { ForecastBooks } from '../../data/loadForecastBooks.ts';
import type { PromSource } from '../../data/promSource.ts';
import { valueOf } from '../../data/valueOf.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { fanSentence } from './fanSentence.ts';
import { FanTable } from './FanTable.tsx';
import { forecastStyles } from './forecastStyles.ts';
import type { Scenario } from './scenarios.ts';

interface Props {
  readonly source: PromSource;
  readonly scenario: Scenario;
  readonly actual: ForecastBooks;
  /** As billed, where there is a calibration. */
  readonly history: readonly DailyCost[];
  readonly calibration: ForecastCalibration | undefined;
}

/** The chosen scenario, day by day: a sentence, then the fan, or the same as a table. */
export function Fan({ source, scenario, actual: { perDay, budget }, history, calibration }: Props) {
  const styles = useStyles2(forecastStyles);
  const [{ isTable }, onChoice] = useChoice();
  const { path } = scenario;
  const estimated = valueOf(perDay);
  const closed = useMemo(
    () => estimated && new Map([...estimated].map(([atMs, usd]) => [atMs, usd * billedRatio(calibration, atMs)])),
    [estimated, calibration]
  );
  const days = useMemo(() => fanDays(closed, history, path), [closed, history, path]);
  const limit = valueOf(budget);
  const budgetADay = limit === undefined ? undefined : limit / monthLength(path.firstDay * DAY_MS);
  return (
    <section>
      <Stack gap={1} alignItems="center">
        <p className={styles.quiet} data-testid="fan-sentence">
          {fanSentence(scenario, history)}
        </p>
        <Help
          of="Cost per day, closed and forecast"
          definition={`Closed UTC days of all environments from Prometheus${calibration ? ', each times what its providers’ bills say' : ''}; then, from the ledger’s books, the median of each day to come and the bounds that hold in 80 and in 95 of 100 cases, under the assumptions beside it. The dotted line is the month’s budget over its days.`}
          question={perDay.question}
          also={{ Budget: budget.question }}
          source={source}
        />
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon={isTable ? 'graph-bar' : 'table'}
          onClick={() => onChoice({ isTable: !isTable })}
        >
          {isTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </Stack>
      {isTable ? (
        <FanTable days={days} isCalibrated={calibration !== undefined} />
      ) : (
        <FanChart days={days} budgetADay={budgetADay} height={340} />
      )}
    </section>
  );
}
