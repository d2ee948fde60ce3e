import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Label } from './label.ts';

interface Kept {
  readonly metric: string;
  readonly labels: readonly Label[];
}

const BASE: readonly Label[] = ['feature', 'team', 'request_type', 'provider', 'model', 'environment'];
const OPEN: readonly Label[] = ['feature', 'team', 'environment'];

/**
 * The series of each figure and the labels they carry, the smallest first: the first that carries what is asked is the
 * one to ask. Series without `environment` count every environment.
 */
export const keptSeries = {
  cost: [
    { metric: METRIC.dailyFeatureCost, labels: ['feature', 'team', 'environment'] },
    { metric: METRIC.dailyCost, labels: BASE },
    { metric: METRIC.dailyTenantCost, labels: ['tenant', 'environment'] },
    { metric: METRIC.dailyTenantFeatureCost, labels: ['tenant', 'feature'] },
  ],
  requests: [
    { metric: METRIC.dailyFeatureRequests, labels: ['feature', 'team', 'environment'] },
    { metric: METRIC.dailyRequests, labels: BASE },
    { metric: METRIC.dailyTenantRequests, labels: ['tenant', 'environment'] },
  ],
  /** What came too late for its day: booked on a later one, with `for_day`. */
  late: [{ metric: METRIC.dailyAdjustment, labels: ['feature', 'team', 'provider', 'model', 'environment'] }],
  tokens: [{ metric: METRIC.dailyTokens, labels: BASE }],
  waste: [{ metric: METRIC.dailyWaste, labels: ['feature', 'team', 'provider', 'model', 'environment'] }],
  componentCost: [{ metric: METRIC.dailyComponentCost, labels: ['provider', 'model', 'environment'] }],
  componentQuantity: [{ metric: METRIC.dailyComponentQuantity, labels: ['provider', 'model', 'environment'] }],
  workUnits: [{ metric: METRIC.dailyWorkUnits, labels: ['feature'] }],
  qualitySum: [{ metric: METRIC.dailyQualitySum, labels: ['feature', 'request_type', 'model'] }],
  qualityCount: [{ metric: METRIC.dailyQualityCount, labels: ['feature', 'request_type', 'model'] }],
  unpriced: [{ metric: METRIC.dailyUnpricedRequests, labels: ['feature', 'provider', 'model'] }],
  openCost: [{ metric: METRIC.openDayCost, labels: OPEN }],
  openRequests: [{ metric: METRIC.openDayRequests, labels: OPEN }],
} as const satisfies Record<string, readonly Kept[]>;

export type KeptFigure = keyof typeof keptSeries;
