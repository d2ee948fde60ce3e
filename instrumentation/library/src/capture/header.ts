type RawHeaders = readonly (string | Uint8Array | readonly (string | Uint8Array)[])[];

/**
 * The value of a header in undici's flat list `[name, value, name, value, …]` of strings or bytes, or in HTTP/2's object. `name`
 * in lower case.
 * Lengths are compared first: on the hot path nearly every name differs in length.
 */
export function header(headers: unknown, name: string): string | undefined {
  if (typeof headers === 'string') {
    // undici 5 keeps one text, as sent.
    const line = headers.split('\r\n').find((text) => text.toLowerCase().startsWith(`${name}:`));
    return line?.slice(name.length + 1).trim();
  }
  if (!Array.isArray(headers)) {
    // undici 8 hands over the object that node:http2 made: names in lower case.
    return typeof headers === 'object' && headers !== null
      ? text((headers as Readonly<Record<string, RawHeaders[number] | undefined>>)[name])
      : undefined;
  }
  const list: RawHeaders = headers;
  for (let at = 0; at + 1 < list.length; at += 2) {
    const key = list[at];
    if (key !== undefined && key.length === name.length && text(key)?.toLowerCase() === name) {
      return text(list[at + 1]);
    }
  }
  return undefined;
}

function text(value: RawHeaders[number] | undefined): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  if (ArrayBuffer.isView(value)) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1');
  }
  return Array.isArray(value) ? text(value[0]) : undefined;
}
