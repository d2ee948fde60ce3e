import { eventFrame } from './eventFrame.ts';

/** An event as Bedrock sends it: JSON with a padding that hides lengths. */
export function bedrockEvent(type: string, body: object): Buffer {
  const payload = Buffer.from(JSON.stringify({ ...body, p: 'abcdefghijk' }));
  return eventFrame({ ':event-type': type, ':content-type': 'application/json', ':message-type': 'event' }, payload);
}
