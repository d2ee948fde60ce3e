import { protobufField } from './protobufField.ts';
import type { TraceEncoding } from './traceBody.ts';

const GRPC_CODE: Readonly<Record<number, number>> = {
  400: 3,
  401: 16,
  404: 5,
  405: 12,
  413: 8,
  415: 3,
  429: 8,
  503: 14,
};

/** The `google.rpc.Status` that OTLP/HTTP answers failures with, in the encoding of the request. */
export function rpcStatus(encoding: TraceEncoding, httpStatus: number, message: string): Uint8Array {
  const code = GRPC_CODE[httpStatus] ?? 2;
  return encoding === 'json'
    ? Buffer.from(JSON.stringify({ code, message }))
    : Buffer.concat([protobufField(1, code), protobufField(2, message)]);
}
