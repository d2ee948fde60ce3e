export type TraceEncoding = 'protobuf' | 'json';

/** A request body as it came off the socket, undecoded. */
export interface TraceBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: TraceEncoding;
  readonly gzip: boolean;
}
