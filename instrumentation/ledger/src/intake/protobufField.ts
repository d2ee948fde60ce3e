/** One protobuf field: a varint for a number, length-delimited for text or a message. */
export function protobufField(field: number, value: number | string | Uint8Array): Uint8Array {
  if (typeof value === 'number') {
    return Buffer.from([...varint(field << 3), ...varint(value)]);
  }
  const content = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([Buffer.from([...varint((field << 3) | 2), ...varint(content.length)]), content]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}
