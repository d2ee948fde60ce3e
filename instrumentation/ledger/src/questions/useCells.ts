import type { DatabaseSync } from 'node:sqlite';
import { promptTokens } from '../analysis/opportunities/promptTokens.ts';
import type { UseCell, UsedComponent } from '../analysis/opportunities/useCell.ts';
import { prefixKey } from './prefixKey.ts';
import { repeatedPrefixes } from './repeatedPrefixes.ts';
import type { EventDay } from '../store/eventDay.ts';

interface Range {
  readonly from: EventDay;
  readonly through: EventDay;
}

const LABELS = 'd.feature, d.request_type, d.provider, d.model, d.service_tier';

/** What each kind of call used and cost in one range of days, and how long its prompts were in an earlier one. */
export function useCells(database: DatabaseSync, now: Range, before: Range): UseCell[] {
  const earlier = new Map(cellsOf(database, before).map((cell) => [keyOf(cell), promptTokens(cell) / cell.requests]));
  const prefixes = repeatedPrefixes(database, now);
  const cells = cellsOf(database, now);
  const tokens = new Map<string, number>();
  for (const cell of cells) {
    tokens.set(prefixKey(cell), (tokens.get(prefixKey(cell)) ?? 0) + promptTokens(cell));
  }
  return cells.map((cell) => {
    // Prefixes name no tier: each tier has its part by its tokens.
    const part = promptTokens(cell) / (tokens.get(prefixKey(cell)) || 1);
    const { calls, repeats, bytes } = prefixes.get(prefixKey(cell)) ?? { calls: 0, repeats: 0, bytes: 0 };
    const prefix = calls === 0 ? undefined : { calls: calls * part, repeats: repeats * part, bytes: bytes * part };
    return { ...cell, promptTokensBefore: earlier.get(keyOf(cell)), prefix };
  });
}

function cellsOf(database: DatabaseSync, { from, through }: Range): Omit<UseCell, 'promptTokensBefore' | 'prefix'>[] {
  const meant = 'JOIN dimension d ON d.id = b.dimension WHERE b.day >= :from AND b.for_day BETWEEN :from AND :through';
  const used = database.prepare(
    `SELECT ${LABELS}, b.component, sum(b.quantity) AS quantity, sum(b.cost) AS cost
     FROM component_book b ${meant} GROUP BY ${LABELS}, b.component`
  );
  const paid = database.prepare(
    `SELECT ${LABELS}, sum(b.requests) AS requests, sum(b.cost) AS cost,
            sum(CASE WHEN b.retry > 0 THEN b.cost ELSE 0 END) AS retried
     FROM book b ${meant} AND b.unpriced = '' GROUP BY ${LABELS}`
  );
  used.setReadBigInts(true);
  paid.setReadBigInts(true);
  const components = new Map<string, UsedComponent[]>();
  for (const row of used.all({ from, through })) {
    const key = keyOf(labelsOf(row));
    const one = {
      component: String(row['component']),
      quantity: Number(row['quantity']),
      nanoUsd: row['cost'] as bigint,
    };
    components.set(key, [...(components.get(key) ?? []), one]);
  }
  return paid.all({ from, through }).map((row) => ({
    ...labelsOf(row),
    requests: Number(row['requests']),
    nanoUsd: row['cost'] as bigint,
    retryNanoUsd: row['retried'] as bigint,
    components: components.get(keyOf(labelsOf(row))) ?? [],
  }));
}

type Labels = Pick<UseCell, 'feature' | 'requestType' | 'provider' | 'model' | 'serviceTier'>;

function labelsOf(row: Record<string, unknown>): Labels {
  return {
    feature: String(row['feature']),
    requestType: String(row['request_type']),
    provider: String(row['provider']),
    model: String(row['model']),
    serviceTier: String(row['service_tier']),
  };
}

function keyOf({ feature, requestType, provider, model, serviceTier }: Labels): string {
  return JSON.stringify([feature, requestType, provider, model, serviceTier]);
}
