export { median } from './statistics/median.ts';
export { medianAbsoluteDeviation } from './statistics/medianAbsoluteDeviation.ts';
export { quantile } from './statistics/quantile.ts';
export { robustScale } from './statistics/robustScale.ts';
export { roundToSum } from './statistics/roundToSum.ts';
export { weekdayEffects } from './statistics/weekdayEffects.ts';
export { weekdayResiduals } from './statistics/weekdayResiduals.ts';
export { PART_KINDS, type PartKind } from './whatChanged/partKind.ts';
export type { ChangePart } from './whatChanged/changePart.ts';
export type { Period } from './whatChanged/period.ts';
export type { SegmentRow } from './whatChanged/segmentRow.ts';
export { whatChanged, type WhatChanged } from './whatChanged/whatChanged.ts';
export type { Channel } from './anomaly/channel.ts';
export type { DailyUse } from './anomaly/dailyUse.ts';
export type { DayScore } from './anomaly/dayScore.ts';
export { findAnomalies, type AnomalyRules, type FoundAnomaly } from './anomaly/findAnomalies.ts';
export type { HourlyUse } from './anomaly/hourlyUse.ts';
export { openRise } from './anomaly/openRise.ts';
export { projectDay } from './anomaly/projectDay.ts';
export { scoreDays } from './anomaly/scoreDays.ts';
export { isWidespread } from './anomaly/isWidespread.ts';
export { firstLookedAt } from './economics/firstLookedAt.ts';
export type { AchievedCoverage } from './forecast/achievedCoverage.ts';
export { applyAssumptions, type Assumptions } from './forecast/applyAssumptions.ts';
export { budgetExhaustion, type Exhaustion } from './forecast/budgetExhaustion.ts';
export { commitmentOutlook, type Commitment, type CommitmentOutlook } from './forecast/commitmentOutlook.ts';
export type { DailyCost } from './forecast/dailyCost.ts';
export { estimateLaunch, type Launch, type LaunchEstimate } from './forecast/estimateLaunch.ts';
export { forecastDaily, type Forecast } from './forecast/forecastDaily.ts';
export type { ForecastPath, Spread } from './forecast/forecastPath.ts';
export { intervalOf, type Interval } from './forecast/intervalOf.ts';
export { Z, type Level } from './forecast/level.ts';
export { monthlyBand, type BandMonth } from './forecast/monthlyBand.ts';
export type { PlannedEffect, Range } from './forecast/plannedEffect.ts';
export type { NoForecast } from './forecast/readHistory.ts';
export { refitLaunch } from './forecast/refitLaunch.ts';
export { anomalySentence } from './anomaly/anomalySentence.ts';
export { usualDays } from './anomaly/usualDays.ts';
export { compareQuality, type QualityBar, type QualityComparison, type QualityDay } from './impact/compareQuality.ts';
export { controlFault } from './impact/controlFault.ts';
export { splitNames } from './impact/splitNames.ts';
export { heldFixed, type HeldFixed } from './impact/heldFixed.ts';
export type { ImpactCell } from './impact/impactCell.ts';
export {
  measureImpact,
  type EventImpact,
  type Impact,
  type ImpactEvent,
  type NoImpact,
  type Share,
} from './impact/measureImpact.ts';
export type { Bounded } from './impact/savingBounds.ts';
export { standardise, type StandardDay } from './impact/standardise.ts';
export type { Verdict } from './impact/verdict.ts';
export { scoreForecast, type ForecastScore, type KeptForecast } from './forecast/scoreForecast.ts';
export { allocateBill, type Allocated } from './reconciliation/allocateBill.ts';
export type { CauseCode } from './reconciliation/causeCode.ts';
export { STEPS, type Step } from './reconciliation/step.ts';
export { fineTuningBreakEven, type FineTuning } from './breakEven/fineTuningBreakEven.ts';
export { selfHostingBreakEven, type SelfHosting } from './breakEven/selfHostingBreakEven.ts';
export { sizeCommitment, type CommitmentTerms, type MonthlyUse } from './breakEven/sizeCommitment.ts';
export { THRESHOLDS } from './thresholds.ts';
export { isRetirementPast } from './policy/isRetirementPast.ts';
