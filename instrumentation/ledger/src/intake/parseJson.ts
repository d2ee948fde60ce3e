import { MalformedBody } from './malformedBody.ts';

/** A body of JSON, in strict UTF-8. @throws MalformedBody */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    throw new MalformedBody(`not JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'unreadable'}`);
  }
}
