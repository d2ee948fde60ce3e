/** What the receiver did not take. */
export interface PartialSuccess {
  readonly rejected: number;
  readonly message: string;
}

const ALL_TAKEN: PartialSuccess = { rejected: 0, message: '' };

/**
 * Reads `ExportTraceServiceResponse.partial_success` (field 1: rejected_spans = 1, error_message = 2). An empty answer, as
 * most are, and one that cannot be read mean that all was taken: the status said so.
 */
export function readPartialSuccess(answer: Uint8Array): PartialSuccess {
  try {
    const partial = fields(answer).get(1);
    if (!(partial instanceof Uint8Array)) {
      return ALL_TAKEN;
    }
    const inner = fields(partial);
    const rejected = inner.get(1);
    const message = inner.get(2);
    return {
      rejected: typeof rejected === 'number' ? rejected : 0,
      message: message instanceof Uint8Array ? Buffer.from(message).toString('utf8').slice(0, 500) : '',
    };
  } catch {
    return ALL_TAKEN;
  }
}

function fields(bytes: Uint8Array): Map<number, number | Uint8Array> {
  const found = new Map<number, number | Uint8Array>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at];
      if (byte === undefined || scale > 2 ** 63) {
        throw new RangeError('not protobuf');
      }
      at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        return value;
      }
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const wireType = tag % 8;
    const field = Math.floor(tag / 8);
    if (wireType === 0) {
      found.set(field, varint());
    } else if (wireType === 2) {
      const length = varint();
      found.set(field, bytes.subarray(at, at + length));
      at += length;
    } else if (wireType === 1 || wireType === 5) {
      at += wireType === 1 ? 8 : 4;
    } else {
      throw new RangeError('not protobuf');
    }
  }
  return found;
}
