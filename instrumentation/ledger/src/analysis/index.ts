export { median } from './statistics/median.ts';
export { medianAbsoluteDeviation } from './statistics/medianAbsoluteDeviation.ts';
export { quantile } from './statistics/quantile.ts';
export { robustScale } from './statistics/robustScale.ts';
export { roundToSum } from './statistics/roundToSum.ts';
export { weekdayEffects } from './statistics/weekdayEffects.ts';
export { weekdayResiduals } from './statistics/weekdayResiduals.ts';
