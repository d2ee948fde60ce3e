import { isLoopback } from './isLoopback.ts';

test.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])('%s is this machine only', (host) => {
  expect(isLoopback(host)).toBe(true);
});

test.each([
  '0.0.0.0',
  '::',
  '10.0.0.1',
  '128.0.0.1',
  'ledger.internal',
  '',
  '127.0.0.1.example.com',
  '::ffff:10.0.0.1',
])('%p may be reached from elsewhere', (host) => {
  expect(isLoopback(host)).toBe(false);
});
