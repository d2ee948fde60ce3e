import { asBuffer } from './asBuffer.ts';

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
    if (key !== undefined && key.length === name.length && isNamed(key, name)) {
      return text(list[at + 1]);
    }
  }
  return undefined;
}

/** Letters of names are ASCII: a bit makes them small. */
function isNamed(key: NonNullable<RawHeaders[number]>, name: string): boolean {
  if (typeof key === 'string') {
    return key === name || key.toLowerCase() === name;
  }
  if (!ArrayBuffer.isView(key)) {
    return text(key)?.toLowerCase() === name;
  }
  for (let at = 0; at < name.length; at += 1) {
    const byte = key[at] as number;
    if ((byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte) !== name.charCodeAt(at)) {
      return false;
    }
  }
  return true;
}

function text(value: RawHeaders[number] | undefined): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  if (ArrayBuffer.isView(value)) {
    return asBuffer(value).toString('latin1');
  }
  return Array.isArray(value) ? text(value[0]) : undefined;
}
