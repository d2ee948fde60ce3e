import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { forecastDaily } from '@ai-finops/ledger/analysis';
import { Alert, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useAssumed } from '../../components/frame/useAssumed.ts';
import type { Answer } from '../../data/answer.ts';
import { calibratedDays } from '../../data/calibratedDays.ts';
import type { ForecastCalibration } from '../../data/forecastCalibration.ts';
import type { Forecasted } from '../../data/forecasted.ts';
import type { ForecastLabel } from '../../data/forecastLabel.ts';
import type { ForecastBooks } from '../../data/loadForecastBooks.ts';
import { monthOutlook } from '../../data/monthOutlook.ts';
import type { PromSource } from '../../data/promSource.ts';
import { valueOf } from '../../data/valueOf.ts';
import { ForecastBasis } from './ForecastBasis.tsx';
import { Assumptions } from './Assumptions.tsx';
import { BudgetOutlook } from './BudgetOutlook.tsx';
import { effects } from './effects.ts';
import { Fan } from './Fan.tsx';
import { HowGood } from './HowGood.tsx';
import { scenarios } from './scenarios.ts';
import { ScenarioTable } from './ScenarioTable.tsx';

interface Props {
  readonly source: PromSource;
  readonly of: { readonly label: ForecastLabel; readonly name: string } | undefined;
  readonly forecasted: Forecasted & { state: 'ready' };
  readonly actual: ForecastBooks;
  /** How it is brought to the bills; undefined: not at all. */
  readonly billed: Answer<ForecastCalibration | undefined> | undefined;
  readonly isBillChosen: boolean;
}

/** The scenarios, the days behind them, and what they rest on: computed here, by the ledger's own code. */
export function Projection({ source, of, forecasted, actual, billed, isBillChosen }: Props) {
  const styles = useStyles2(getStyles);
  const [assumed, onAssumed] = useAssumed();
  const { history: estimated, today, planned } = forecasted;
  const calibration = billed && valueOf(billed);
  const history = useMemo(() => calibratedDays(estimated, calibration), [estimated, calibration]);
  const forecast = useMemo(() => forecastDaily(estimated, today), [estimated, today]);
  const switched = useMemo(() => {
    try {
      return { effects: effects(assumed, planned, today) };
    } catch (error) {
      return { effects: effects({ ...assumed, hasLaunch: false }, planned, today), wrong: (error as Error).message };
    }
  }, [assumed, planned, today]);
  const all = useMemo(
    () =>
      forecast.state === 'ready'
        ? scenarios(estimated, today, forecast, assumed, switched.effects, calibration?.factor)
        : [],
    [estimated, today, forecast, assumed, switched, calibration]
  );
  const chosen = all.find(({ usage }) => usage === assumed.usage);
  if (forecast.state !== 'ready' || !chosen) {
    return (
      <Alert severity="info" title="No forecast" data-testid="no-forecast">
        {forecast.state === 'ready' ? '' : forecast.reason}
      </Alert>
    );
  }
  const basis = calibration?.bills ?? (isBillChosen ? 'estimate' : undefined);
  const budget = valueOf(actual.budget);
  const outlooks = all.map(({ name, usage, path }) => ({ name, usage, outlook: monthOutlook(history, path, budget) }));
  return (
    <>
      {billed && <ForecastBasis source={source} billed={billed} />}
      <ScenarioTable scenarios={all} chosen={assumed.usage} today={today} basis={basis} />
      <div className={styles}>
        <Fan source={source} scenario={chosen} actual={actual} history={history} calibration={calibration} />
        <Assumptions
          assumed={assumed}
          onAssumed={onAssumed}
          planned={planned}
          plannedFailed={forecasted.plannedFailed}
          today={today}
          wrong={switched.wrong}
        />
      </div>
      <BudgetOutlook source={source} budget={actual.budget} outlooks={outlooks} of={of?.name} basis={basis} />
      <HowGood past={forecasted.past} coverage={forecast.coverage} notes={forecast.notes} />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@container page (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr) 330px' },
  });
