import { ATTRIBUTE, MONEY_SCOPE, SPAN_SCOPE, WORK_SCOPE } from '@ai-finops/instrumentation/contract';
import { BatchJobs } from './batchJobs.ts';
import { BodyTooLarge } from './bodyTooLarge.ts';
import { bytesOf } from './bytesOf.ts';
import type { ForeignSpan } from './foreignSpan.ts';
import type { MoneyRecord } from './moneyRecord.ts';
import { promptPrefix } from './promptPrefix.ts';
import { readJsonTraces } from './readJsonTraces.ts';
import { readProtobufTraces } from './readProtobufTraces.ts';
import type { ReadSpan, SpanSink } from './readSpan.ts';
import { toForeignSpan } from './toForeignSpan.ts';
import { toMoneyRecord } from './toMoneyRecord.ts';
import { toWorkRecord } from './toWorkRecord.ts';
import type { TokenPoint } from './tokenPoint.ts';
import type { TraceBody } from './traceBody.ts';
import type { WorkRecord } from './workRecord.ts';

/** Records of one request; senders batch hundreds to thousands. */
const MAX_RECORDS = 100_000;

export interface DecodedTraces {
  readonly records: readonly MoneyRecord[];
  /** Outcomes and judgements, and what records tell of their batches and prompts. */
  readonly work: readonly WorkRecord[];
  /** Calls that other instrumentations tell of, and what links them. */
  readonly foreign: readonly ForeignSpan[];
  /** What metrics tell of tokens. */
  readonly points?: readonly TokenPoint[];
  readonly received: number;
  /** Spans that carry no money: shown spans, spans that are no call of a model, calls that have a record of ours. */
  readonly ignored: { readonly shown: number; readonly foreign: number; readonly superseded: number };
  readonly invalid: { readonly invalid_ids: number; readonly invalid_work: number; readonly invalid_points?: number };
}

/**
 * Inflates and decodes a whole body before any of it is booked, so that a body is either readable to its end or
 * changes nothing.
 *
 * @throws MalformedBody, BodyTooLarge
 */
export function decodeTraces(body: TraceBody, maxInflatedBytes: number): DecodedTraces {
  const bytes = bytesOf(body, maxInflatedBytes);
  const records: MoneyRecord[] = [];
  const work: WorkRecord[] = [];
  const foreign: ForeignSpan[] = [];
  const jobs = new BatchJobs();
  const prefixes: WorkRecord[] = [];
  const ignored = { shown: 0, foreign: 0, superseded: 0 };
  const invalid = { invalid_ids: 0, invalid_work: 0 };
  let links = 0;
  const keep = <Kept extends object>(into: Kept[], read: Kept | keyof typeof invalid): void => {
    if (records.length + work.length + foreign.length >= MAX_RECORDS) {
      throw new BodyTooLarge(`more than ${MAX_RECORDS} spans: send smaller batches`);
    }
    if (typeof read === 'string') {
      invalid[read] += 1;
    } else {
      into.push(read);
    }
  };
  const keepCall = (span: ReadSpan): void => {
    const record = toMoneyRecord(span);
    keep(records, record ?? 'invalid_ids');
    if (record) {
      jobs.see(span.attributes, record);
      const prefix = promptPrefix(span.attributes, record);
      if (prefix) {
        prefixes.push(prefix);
      }
    }
  };
  const keepForeign = (span: ReadSpan, scope: string): void => {
    const read = toForeignSpan(span, scope);
    if (read === 'foreign' || read === 'superseded') {
      ignored[read] += 1;
      return;
    }
    if (typeof read === 'object' && read.call === undefined) {
      ignored[span.attributes.get(ATTRIBUTE.superseded) === true ? 'superseded' : 'foreign'] += 1;
      links += 1;
    }
    keep(foreign, read);
  };
  const sink: SpanSink = {
    takerOf(scope) {
      switch (scope) {
        case MONEY_SCOPE:
          return keepCall;
        case WORK_SCOPE:
          return (span) => keep(work, toWorkRecord(span));
        case SPAN_SCOPE:
          return undefined;
        default:
          return (span) => keepForeign(span, scope);
      }
    },
    passedOver(_scope, spans) {
      ignored.shown += spans;
    },
  };
  (body.encoding === 'json' ? readJsonTraces : readProtobufTraces)(bytes, sink);
  const booked = records.length + work.length + foreign.length - links;
  const rest = [...Object.values(invalid), ...Object.values(ignored)].reduce((sum, spans) => sum + spans, 0);
  return { records, work: [...work, ...jobs.all, ...prefixes], foreign, received: booked + rest, ignored, invalid };
}
