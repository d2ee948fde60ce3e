import { LastText } from './wire/lastText.ts';

const HEAD = '{"model":"';
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MAX_NAME = 256;
/** Nearly every call of a service names the model that the one before did. */
const names = new LastText();

/** The model of a request that begins with it, as SDKs write them; undefined: read on. */
export function modelAtHead(bytes: Uint8Array): string | undefined {
  for (let at = 0; at < HEAD.length; at += 1) {
    if (bytes[at] !== HEAD.charCodeAt(at)) {
      return undefined;
    }
  }
  const most = Math.min(bytes.length, HEAD.length + MAX_NAME + 1);
  for (let at = HEAD.length; at < most; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) {
      return undefined;
    }
    if (byte === QUOTE) {
      return at === HEAD.length ? undefined : names.decode(bytes, HEAD.length, at);
    }
  }
  return undefined;
}
