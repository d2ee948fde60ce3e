import { label } from './label.ts';
import type { MoneyRecord } from './moneyRecord.ts';
import { readCount } from './readCount.ts';
import type { SpanAttributes } from './spanAttributes.ts';
import { SLOT } from './wantedAttributes.ts';
import type { WorkRecord } from './workRecord.ts';

/** What a call says of the start of its prompt that an earlier one had, too; undefined where it says nothing. */
export function promptPrefix(
  attributes: SpanAttributes,
  { key, startUs, dimensions }: MoneyRecord
): WorkRecord | undefined {
  const bytes = readCount(attributes.at(SLOT.promptPrefixBytes));
  // Most calls say nothing of it.
  if (bytes === undefined || !Number.isInteger(bytes) || bytes <= 0) {
    return undefined;
  }
  const hash = label(attributes.at(SLOT.promptPrefixHash), '');
  if (hash === '') {
    return undefined;
  }
  const { feature, team, request_type, environment, model, provider } = dimensions;
  const labels = { kind: 'prefix', feature, team, request_type, environment, model, name: provider } as const;
  return { key, atUs: startUs, labels, tenant: '', task: hash, amount: bytes, isToldByCall: true };
}
