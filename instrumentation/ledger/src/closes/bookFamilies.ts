import { BASE_LABELS, METRIC, TOKEN_TYPES } from '@ai-finops/instrumentation/contract';
import type { Dimensions } from '../intake/moneyRecord.ts';
import type { BookRow, ComponentRow } from '../store/bookRow.ts';
import { dayText } from '../store/dayText.ts';
import type { CloseFamily } from './closeFamily.ts';
import type { DayBooks } from './dayBooks.ts';
import { wasteReason } from './wasteReason.ts';

type Label = keyof Dimensions;
type Amount = (row: BookRow) => bigint;

const COMPONENT_LABELS = ['provider', 'account', 'model', 'service_tier'] as const;
const requests: Amount = (row) => BigInt(row.requests);
const cost: Amount = (row) => row.costNanoUsd;

/** The calls of the day itself, with their labels. */
function* own<Row extends BookRow | ComponentRow>(day: DayBooks, rows: readonly Row[]): Generator<[Row, Dimensions]> {
  for (const row of rows) {
    if (row.forDay === day.day) {
      yield [row, day.labels.of(row.dimension)];
    }
  }
}

function plain(
  name: string,
  help: string,
  unit: CloseFamily['unit'],
  labels: readonly Label[],
  amount: Amount
): CloseFamily {
  return {
    name,
    help,
    unit,
    labels,
    collect(day, add) {
      for (const [row, of] of own(day, day.rows)) {
        add(
          labels.map((label) => of[label]),
          amount(row)
        );
      }
    },
  };
}

function byComponent(
  name: string,
  help: string,
  unit: CloseFamily['unit'],
  amount: (row: ComponentRow) => bigint
): CloseFamily {
  return {
    name,
    help,
    unit,
    labels: [...COMPONENT_LABELS, 'component', 'environment'],
    collect(day, add) {
      for (const [row, of] of own(day, day.components)) {
        const values = [...COMPONENT_LABELS.map((label) => of[label]), row.component, of.environment];
        add(values, amount(row));
      }
    },
  };
}

/** The metrics of a close that come from the books by label. */
export const bookFamilies: readonly CloseFamily[] = [
  plain(METRIC.dailyCost, 'Cost of the AI calls of a UTC day, USD.', 'usd', BASE_LABELS, cost),
  plain(METRIC.dailyListCost, 'The same at list price, USD.', 'usd', BASE_LABELS, (row) => row.listNanoUsd),
  {
    name: METRIC.dailyRequests,
    help: 'AI calls of a UTC day, every attempt counted.',
    unit: 'count',
    labels: [...BASE_LABELS, 'status'],
    collect(day, add) {
      for (const [row, of] of own(day, day.rows)) {
        add([...BASE_LABELS.map((label) => of[label]), row.status], requests(row));
      }
    },
  },
  {
    name: METRIC.dailyTokens,
    help: 'Tokens of a UTC day; token types are disjoint.',
    unit: 'count',
    labels: [...BASE_LABELS, 'token_type'],
    collect(day, add) {
      for (const [row, of] of own(day, day.components)) {
        if (TOKEN_TYPES.some((type) => type === row.component)) {
          add([...BASE_LABELS.map((label) => of[label]), row.component], BigInt(row.quantity));
        }
      }
    },
  },
  byComponent(
    METRIC.dailyComponentCost,
    'Cost of a UTC day by billing component, USD.',
    'usd',
    ({ costNanoUsd }) => costNanoUsd
  ),
  byComponent(
    METRIC.dailyComponentQuantity,
    'Tokens or uses of a UTC day by billing component.',
    'count',
    ({ quantity }) => BigInt(quantity)
  ),
  {
    name: METRIC.dailyWaste,
    help: 'Cost of a UTC day that bought nothing new, USD: retries, failed and aborted first tries.',
    unit: 'usd',
    labels: ['feature', 'team', 'provider', 'model', 'environment', 'reason'],
    collect(day, add) {
      for (const [row, { feature, team, provider, model, environment }] of own(day, day.rows)) {
        const reason = wasteReason(row);
        // A correction may be negative.
        if (reason && row.costNanoUsd !== 0n) {
          add([feature, team, provider, model, environment, reason], row.costNanoUsd);
        }
      }
    },
  },
  {
    name: METRIC.dailyUnpricedRequests,
    help: 'AI calls of a UTC day whose cost is not known, by reason.',
    unit: 'count',
    labels: ['feature', 'provider', 'model', 'reason'],
    collect(day, add) {
      for (const [row, { feature, provider, model }] of own(day, day.rows)) {
        if (row.unpriced !== '') {
          add([feature, provider, model, row.unpriced], requests(row));
        }
      }
    },
  },
  plain(METRIC.dailyFeatureCost, 'Cost of a UTC day by feature, USD.', 'usd', ['feature', 'team', 'environment'], cost),
  plain(
    METRIC.dailyFeatureRequests,
    'AI calls of a UTC day by feature.',
    'count',
    ['feature', 'team', 'environment'],
    requests
  ),
  {
    name: METRIC.dailyAdjustment,
    help: 'Cost booked on a UTC day for an earlier one that was closed, USD.',
    unit: 'usd',
    labels: ['feature', 'team', 'provider', 'account', 'model', 'environment', 'for_day', 'reason'],
    collect(day, add) {
      for (const row of day.rows.filter(({ forDay }) => forDay !== day.day)) {
        const { feature, team, provider, account, model, environment } = day.labels.of(row.dimension);
        add(
          [feature, team, provider, account, model, environment, dayText(row.forDay), row.reason ?? 'late'],
          row.costNanoUsd
        );
      }
    },
  },
  {
    name: METRIC.dailyCloseComplete,
    help: '1 where the close of a UTC day stands whole.',
    unit: 'count',
    labels: [],
    collect(_day, add) {
      add([], 1n);
    },
  },
];
