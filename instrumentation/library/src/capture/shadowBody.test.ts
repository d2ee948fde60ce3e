import { shadowBody, type BodyReader } from './shadowBody.ts';
import type { UndiciRequest } from './undiciRequest.ts';

const exchange = () => {
  const seen: string[] = [];
  const stub: BodyReader = {
    source: undefined,
    readRequest: (chunk) => void seen.push(`sent ${chunk.length}`),
    readResponse: (chunk) => void seen.push(`received ${chunk.length}`),
  };
  return { seen, stub };
};
const request = (methods: Partial<UndiciRequest>): UndiciRequest => ({
  origin: 'http://provider.test',
  path: '/',
  method: 'POST',
  headers: [],
  ...methods,
});

it('reads both directions of a request that has both methods, and calls through', () => {
  const { seen, stub } = exchange();
  const called: string[] = [];
  const shadowed = request({
    onBodySent: (chunk) => called.push(`sent ${chunk.length}`),
    onData: (chunk) => called.push(`data ${chunk.length}`),
  });
  shadowBody(shadowed, stub);
  shadowed.onBodySent?.(new Uint8Array(3));
  shadowed.onData?.(new Uint8Array(5));
  expect(seen).toEqual(['sent 3', 'received 5']);
  expect(called).toEqual(['sent 3', 'data 5']);
});

it('leaves a request alone that has only one of them, so that the channels are read', () => {
  const { seen, stub } = exchange();
  const onBodySent = jest.fn();
  const untouched = request({ onBodySent });
  shadowBody(untouched, stub);
  untouched.onBodySent?.(new Uint8Array(3));
  expect(untouched.onBodySent).toBe(onBodySent);
  expect(seen).toEqual([]);
  expect(stub.source).toBeUndefined();
});
