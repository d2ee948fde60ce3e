import { DECISION_RECORDS } from './decisionRecords.ts';
import { EVENT_RECORDS } from './eventRecords.ts';
import { MARK_RECORDS } from './markRecords.ts';
import type { RecordKind } from './recordKind.ts';
import { REVIEW_RECORDS } from './reviewRecords.ts';
import { SIGNOFF_RECORDS } from './signoffRecords.ts';

export const RECORD_KINDS: readonly RecordKind[] = [
  EVENT_RECORDS,
  MARK_RECORDS,
  DECISION_RECORDS,
  SIGNOFF_RECORDS,
  REVIEW_RECORDS,
];
