import { z } from 'zod';
import { dayText } from '../../store/dayText.ts';
import { BillError } from '../billError.ts';
import { chargeWords } from '../chargeWords.ts';
import type { ParsedLine } from '../parsedLine.ts';
import { readDecimal } from '../readDecimal.ts';
import { allPages } from './allPages.ts';
import type { BillPeriod } from './billPeriod.ts';
import { BillRefused } from './billRefused.ts';
import type { BillRequest } from './createBillRequest.ts';
import { fetchOpenAiUsage } from './fetchOpenAiUsage.ts';
import { usageKey } from './usageKey.ts';

const number = z.union([z.number(), z.string()]);
const RESULT = z.object({
  amount: z.object({ value: number, currency: z.string() }).nullish(),
  line_item: z.string().nullish(),
  project_id: z.string().nullish(),
  api_key_id: z.string().nullish(),
  quantity: number.nullish(),
  quantity_unit: z.string().nullish(),
});
const PAGE = z.object({
  data: z.array(z.object({ start_time: z.number(), results: z.array(RESULT).nullish() })),
  has_more: z.boolean(),
  next_page: z.string().nullish(),
});

/** Units whose quantity can be told in whole ones: by which unit, and how many of it. */
const UNITS: ReadonlyMap<string, readonly [string, bigint]> = new Map([
  ['tokens', ['tokens', 1n]],
  ['1000_tokens', ['tokens', 1_000n]],
  ['images', ['images', 1n]],
  ['characters', ['characters', 1n]],
  ['duration_seconds', ['seconds', 1n]],
  ['duration_minutes', ['seconds', 60n]],
  ['duration_hours', ['seconds', 3_600n]],
]);
const NANO = 1_000_000_000n;

/**
 * A month of OpenAI's `/v1/organization/costs`, by day, project, line item and API key. Amounts are USD as floating point: kept to
 * the nano-USD, so that 0.30000000000000004 is $0.30. Tokens without a quantity get that of the usage API, where one
 * charge is for them.
 *
 * @throws BillError
 */
export async function fetchOpenAiBill(request: BillRequest, period: BillPeriod): Promise<ParsedLine[]> {
  const { startMs, endMs } = period;
  const query: [string, string][] = [
    ['start_time', String(startMs / 1_000)],
    ['end_time', String(endMs / 1_000)],
    ['bucket_width', '1d'],
    ['limit', '31'],
    ['group_by[]', 'project_id'],
    ['group_by[]', 'line_item'],
    ['group_by[]', 'api_key_id'],
  ];
  const buckets = await allPages(request, '/v1/organization/costs', query, PAGE);
  const lines = buckets.flatMap(({ start_time, results }) =>
    (results ?? []).flatMap((result) => costLine(dayText(Math.floor(start_time / 86_400)), result))
  );
  return lines.some(lacksTokens) ? withTokens(lines, await usageIfTold(request, period)) : lines;
}

/** Nothing where the key may read costs only: a bill without quantities is one. */
async function usageIfTold(request: BillRequest, period: BillPeriod): Promise<ReadonlyMap<string, bigint>> {
  try {
    return await fetchOpenAiUsage(request, period);
  } catch (error) {
    if (error instanceof BillRefused && (error.status === 403 || error.status === 404)) {
      return new Map();
    }
    throw error;
  }
}

const lacksTokens = ({ model, component, quantity }: ParsedLine) =>
  model !== undefined && component !== undefined && quantity === undefined;

function withTokens(lines: readonly ParsedLine[], tokens: ReadonlyMap<string, bigint>): ParsedLine[] {
  const ofKey = new Map<string, number>();
  lines.forEach((line) => ofKey.set(usageKey(line), (ofKey.get(usageKey(line)) ?? 0) + 1));
  return lines.map((line) => {
    const quantity = tokens.get(usageKey(line));
    // Which of two charges the tokens are of is not known.
    const isTold = lacksTokens(line) && quantity !== undefined && ofKey.get(usageKey(line)) === 1;
    return isTold ? { ...line, quantity, unit: 'tokens' } : line;
  });
}

function costLine(day: string, result: z.infer<typeof RESULT>): ParsedLine[] {
  const { amount, line_item, project_id, api_key_id, quantity, quantity_unit } = result;
  const isEmpty = [line_item, project_id, quantity].every((value) => value === null || value === undefined);
  if (!amount) {
    if (isEmpty) {
      return [];
    }
    throw new BillError({ column: 'amount' }, `${day} has a charge of ${line_item ?? 'no name'} without an amount`);
  }
  const description = line_item ?? 'no line item';
  const { model, component, tier } = chargeWords(description);
  const nano = readDecimal(String(amount.value), 9, 'amount');
  const unit = UNITS.get(quantity_unit ?? '');
  const exact =
    unit && quantity !== null && quantity !== undefined
      ? readDecimal(String(quantity), 9, 'quantity') * unit[1]
      : undefined;
  return [
    {
      day,
      provider: 'openai',
      ...(project_id && { account: project_id }),
      ...(api_key_id && { key: api_key_id }),
      ...(model !== undefined && { model }),
      ...(component !== undefined && { component }),
      ...(tier !== undefined && { tier }),
      description,
      category: 'usage',
      ...(unit &&
        exact !== undefined && { quantity: (exact + (exact < 0n ? -NANO : NANO) / 2n) / NANO, unit: unit[0] }),
      currency: amount.currency.toUpperCase(),
      effectiveNano: nano,
      billedNano: nano,
    },
  ];
}
