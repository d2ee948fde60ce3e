export type TraceEncoding = 'protobuf' | 'json';

/** A request body of spans or metrics as it came off the socket, undecoded. */
export interface TraceBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: TraceEncoding;
  readonly gzip: boolean;
  /** What it tells; spans where it is left out. */
  readonly signal?: 'traces' | 'metrics';
}
