import { diag } from '@opentelemetry/api';
import { attributionStorage, cleanValue } from './attribution/index.ts';
import { ATTRIBUTE, type WORK_OPERATION } from './contract/index.ts';
import { workIds, type WorkRecord } from './export/index.ts';
import { instrument } from './instrument.ts';
import type { WorkOptions } from './workOptions.ts';

/** 2000 and 2100: what lies beyond is no time in ms, but in seconds or microseconds. */
const EARLIEST = Date.UTC(2000);
const LATEST = Date.UTC(2100);

type Operation = (typeof WORK_OPERATION)[keyof typeof WORK_OPERATION];

/** What one kind of work record says of itself. */
export interface WorkFacts extends Pick<WorkRecord, 'texts' | 'counts' | 'scores'> {
  readonly operation: Operation;
  /** What, beside the caller's id, tells one record of this kind from another. */
  readonly identity: readonly string[];
  readonly onRecorded?: () => void;
}

/**
 * Sends a work record, on the attribution in force here. Never throws; false where it is not recorded, and diag says why.
 * `read` takes the facts from what the caller gave, or says what is wrong with it; it may throw, as a getter of the caller's may.
 */
export function recordWork(options: WorkOptions, read: () => WorkFacts | string): boolean {
  try {
    const facts = read();
    const atMs = Number(options.at ?? Date.now());
    const problem = typeof facts === 'string' ? facts : atMs >= EARLIEST && atMs < LATEST ? undefined : 'at is no time';
    if (typeof facts === 'string' || problem !== undefined) {
      diag.error(`ai-finops: not recorded: ${problem ?? ''}`);
      return false;
    }
    const { operation, identity, texts, counts, scores, onRecorded } = facts;
    // Who follows exchanges has no part in this.
    const current = { ...attributionStorage.getStore(), follow: undefined };
    const feature = cleanValue(options.feature);
    instrument().recordWork((attributionOf) => {
      const {
        feature: inForce,
        tenant,
        team,
        requestType,
        task,
        featureFlag,
      } = attributionOf({
        ...current,
        ...(feature === undefined ? {} : { feature }),
      });
      const id = options.id === undefined ? undefined : [operation, inForce, ...identity, options.id];
      return {
        ids: workIds(id),
        atMs,
        name: operation,
        texts: [
          [ATTRIBUTE.operation, operation],
          [ATTRIBUTE.feature, inForce],
          [ATTRIBUTE.tenant, tenant],
          [ATTRIBUTE.team, team],
          [ATTRIBUTE.requestType, requestType],
          [ATTRIBUTE.task, task],
          [ATTRIBUTE.featureFlag, featureFlag],
          ...texts,
        ],
        counts,
        scores,
      };
    });
    onRecorded?.();
    return true;
  } catch (error) {
    diag.error('ai-finops: an outcome or judgement could not be recorded', error);
    return false;
  }
}
