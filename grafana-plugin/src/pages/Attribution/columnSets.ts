import type { Choice } from '../../choice/choice.ts';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatOutcomeCost } from '../../components/numbers/formatOutcomeCost.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import type { AttributionRow } from '../../data/attributionRow.ts';
import type { Measure } from '../../data/measure.ts';

/** A column made of measures. */
export interface MeasuredColumn {
  readonly id: string;
  readonly csvName: string;
  readonly label: string;
  readonly definition: string;
  /** What it is made of; the first is the one its help shows first. */
  readonly measures: readonly [Measure, ...Measure[]];
  readonly value: (row: AttributionRow) => number | undefined;
  readonly format: (value: number, row: AttributionRow) => string;
  /** In words, where there is no value though all was kept. */
  readonly missing: (row: AttributionRow) => string;
  /** The ledger's number: no query of Prometheus says it. */
  readonly isWorth?: boolean;
}

type Numbers = AttributionRow['values'];

const dash = () => '–';
const ratio = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || !whole ? undefined : part / whole;
const prompt = ({ tokensIn, tokensWritten, tokensCached }: Numbers): number | undefined =>
  tokensIn === undefined || tokensWritten === undefined || tokensCached === undefined
    ? undefined
    : tokensIn + tokensWritten + tokensCached;

const column = (
  id: string,
  label: string,
  definition: string,
  measures: MeasuredColumn['measures'],
  value: (values: Numbers) => number | undefined,
  format: MeasuredColumn['format'],
  missing: MeasuredColumn['missing'] = dash
): MeasuredColumn => ({
  id,
  csvName: id.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  label,
  definition,
  measures,
  value: (row) => value(row.values),
  format,
  missing,
});

/** The columns by task. `total` is the selection as a whole: shares are of it. */
export function columnSets(total: AttributionRow): Readonly<Record<Choice['columns'], readonly MeasuredColumn[]>> {
  const cost = column(
    'cost',
    'Cost, USD',
    'What it cost on the closed days of the period. Rows add up to the selection.',
    ['cost'],
    (values) => values.cost,
    // Nothing was booked, but not because it was free.
    (usd, { values }) => (usd === 0 && values.unpriced ? 'unpriced' : formatMoney(usd))
  );
  const share = (id: string, label: string, definition: string, measure: 'topTier' | 'batch' | 'retries' | 'failed') =>
    column(id, label, definition, [measure, 'cost'], (values) => ratio(values[measure], values.cost), formatShare);
  const count = (value: number) => formatCount(value);
  return {
    money: [
      cost,
      column(
        'share',
        'Share',
        'Its part of the cost of the selection.',
        ['cost'],
        (values) => ratio(values.cost, total.values.cost),
        formatShare
      ),
      column(
        'change',
        'Change',
        'Against the days before, which are named above.',
        ['before', 'cost'],
        ({ cost: now, before }) => (now === undefined || !before ? undefined : now / before - 1),
        (_, { values }) => formatChange(values.cost, values.before) ?? '–',
        ({ values }) => (values.cost ? 'new' : '–')
      ),
      column('calls', 'Calls', 'Calls in the period, every attempt counted.', ['calls'], ({ calls }) => calls, count),
      column(
        'costPerCall',
        'Cost a call',
        "The period's cost over its calls.",
        ['cost', 'calls'],
        (values) => ratio(values.cost, values.calls),
        (usd, { values }) => (usd === 0 && values.unpriced ? 'unpriced' : formatUnitCost(usd))
      ),
    ],
    efficiency: [
      cost,
      column(
        'inputTokensPerCall',
        'In a call',
        'Input tokens a call, those from the cache included: what is sent along each time.',
        ['tokensIn', 'tokensWritten', 'tokensCached', 'calls'],
        (values) => ratio(prompt(values), values.calls),
        count
      ),
      column(
        'outputTokensPerCall',
        'Out a call',
        'Output tokens a call, reasoning included.',
        ['tokensOut', 'calls'],
        (values) => ratio(values.tokensOut, values.calls),
        count
      ),
      column(
        'cacheHitShare',
        'Cache hits',
        'Share of the input tokens that came from the provider’s cache.',
        ['tokensCached', 'tokensIn', 'tokensWritten'],
        (values) => ratio(values.tokensCached, prompt(values)),
        formatShare
      ),
      share('topTierShare', 'Top tier', 'Share of the cost on models the owners file calls top tier.', 'topTier'),
      share(
        'batchShare',
        'Batch',
        'Share of the cost that ran at the batch price. Kept by provider and model.',
        'batch'
      ),
    ],
    waste: [
      cost,
      column(
        'retryCost',
        'Retries, USD',
        'What every attempt after the first one cost, however it ended.',
        ['retries'],
        (values) => values.retries,
        formatMoney
      ),
      share('retryShare', 'of cost', 'Retries as a share of the cost.', 'retries'),
      column(
        'failedCost',
        'Failed, USD',
        'What first attempts cost that failed or were broken off.',
        ['failed'],
        (values) => values.failed,
        formatMoney
      ),
      share('failedShare', 'of cost', 'Failed calls as a share of the cost.', 'failed'),
      column(
        'unpriced',
        'Unpriced calls',
        'Calls whose cost is unknown: they are in no cost. Kept by feature, provider and model, in all environments.',
        ['unpriced'],
        (values) => values.unpriced,
        count
      ),
    ],
    value: [
      cost,
      {
        ...column(
          'outcomes',
          'Outcomes',
          'Units of work the calls achieved, kept by feature. Record them in the service: recordOutcome({ feature, unit }).',
          ['outcomes'],
          ({ outcomes }) => outcomes,
          count,
          outcomeWords
        ),
        value: ({ outcomeCost }) => (outcomeCost?.kind === 'known' ? outcomeCost.outcomes : undefined),
        isWorth: true,
      },
      {
        ...column(
          'costPerOutcome',
          'Cost an outcome',
          'Spend, with what comes beyond inference, over units of work, as on page Value. Without the ledger, inference only, and the units of all environments.',
          ['outcomes', 'cost'],
          ({ outcomes }) => outcomes,
          (usd, { outcomeCost }) => (outcomeCost ? formatOutcomeCost(outcomeCost) : formatUnitCost(usd)),
          outcomeWords
        ),
        value: ({ outcomeCost }) => (outcomeCost?.kind === 'known' ? outcomeCost.usd : undefined),
        isWorth: true,
      },
      column(
        'quality',
        'Quality',
        'Mean quality score, in all environments. Record it in the service: recordQuality({ feature, score }).',
        ['qualitySum', 'qualityCount'],
        (values) => ratio(values.qualitySum, values.qualityCount),
        (value) => value.toFixed(3),
        () => 'no scores'
      ),
    ],
  };
}

const outcomeWords = ({ outcomeCost = { kind: 'none' } }: AttributionRow) => formatOutcomeCost(outcomeCost);
