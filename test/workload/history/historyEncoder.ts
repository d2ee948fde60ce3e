import { ATTRIBUTE, MONEY_SCOPE, WORK_SCOPE } from '@ai-finops/instrumentation/contract';
import { encodeEnvelope, type Envelope } from '../../../instrumentation/library/src/export/encodeEnvelope.ts';
import { encodeWorkRecord } from '../../../instrumentation/library/src/export/encodeWorkRecord.ts';
import { ProtoWriter } from '../../../instrumentation/library/src/export/protoWriter.ts';
import { RecordEncoder } from '../../../instrumentation/library/src/export/recordEncoder.ts';
import type { HistoricItem } from './historicItem.ts';

/** Encodes calls and work of several services into one OTLP request, with the encoders the library itself uses. */
export class HistoryEncoder {
  readonly #record = new RecordEncoder();
  readonly #envelopes = new Map<string, Envelope>();

  /** An `ExportTraceServiceRequest`, not compressed. */
  encode(items: readonly HistoricItem[]): Buffer {
    const spans = new Map<string, ProtoWriter>();
    for (const item of items) {
      const { service, environment } = item;
      const isCall = 'call' in item;
      const origin = `${service} ${environment} ${isCall ? MONEY_SCOPE : WORK_SCOPE}`;
      let writer = spans.get(origin);
      if (writer === undefined) {
        writer = new ProtoWriter(256 * 1024);
        spans.set(origin, writer);
      }
      writer.message(2, isCall ? this.#record.encode(item.call, item.ids, undefined) : encodeWorkRecord(item.work));
    }
    // Encoded messages of repeated fields may simply follow one another: together they are one request.
    return Buffer.concat(
      [...spans].flatMap(([origin, writer]) => [this.#envelope(origin)(writer.length), writer.bytes])
    );
  }

  #envelope(origin: string): Envelope {
    const known = this.#envelopes.get(origin);
    if (known !== undefined) {
      return known;
    }
    const [service = '', environment = '', scope] = origin.split(' ');
    const resource = new Map([
      ['service.name', service],
      [ATTRIBUTE.environment, environment],
    ]);
    const envelope = encodeEnvelope(resource, 'history', scope === WORK_SCOPE ? WORK_SCOPE : MONEY_SCOPE);
    this.#envelopes.set(origin, envelope);
    return envelope;
  }
}
