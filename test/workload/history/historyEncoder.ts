import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import { encodeEnvelope, type Envelope } from '../../../instrumentation/library/src/export/encodeEnvelope.ts';
import { ProtoWriter } from '../../../instrumentation/library/src/export/protoWriter.ts';
import { RecordEncoder } from '../../../instrumentation/library/src/export/recordEncoder.ts';
import type { HistoricCall } from './historicCall.ts';

/** Encodes calls of several services into one OTLP request, with the encoder the library itself uses. */
export class HistoryEncoder {
  readonly #record = new RecordEncoder();
  readonly #envelopes = new Map<string, Envelope>();

  /** An `ExportTraceServiceRequest`, not compressed. */
  encode(calls: readonly HistoricCall[]): Buffer {
    const spans = new Map<string, ProtoWriter>();
    for (const { call, ids, service, environment } of calls) {
      const origin = `${service} ${environment}`;
      let writer = spans.get(origin);
      if (writer === undefined) {
        writer = new ProtoWriter(256 * 1024);
        spans.set(origin, writer);
      }
      writer.message(2, this.#record.encode(call, ids, undefined));
    }
    // Encoded messages of repeated fields may simply follow one another: together they are one request.
    return Buffer.concat(Array.from(spans, ([origin, writer]) => this.#envelope(origin)(writer.bytes)));
  }

  #envelope(origin: string): Envelope {
    const known = this.#envelopes.get(origin);
    if (known !== undefined) {
      return known;
    }
    const [service = '', environment = ''] = origin.split(' ');
    const resource = new Map([
      ['service.name', service],
      [ATTRIBUTE.environment, environment],
    ]);
    const envelope = encodeEnvelope(resource, 'history');
    this.#envelopes.set(origin, envelope);
    return envelope;
  }
}
