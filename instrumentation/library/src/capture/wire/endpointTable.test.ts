import { EndpointTable } from './endpointTable.ts';
import { PROVIDER_ENDPOINTS } from './providerEndpoints.ts';

const table = new EndpointTable([
  ...PROVIDER_ENDPOINTS,
  { provider: 'mistral_ai', host: 'gateway:8080', pathPrefix: '/m' },
  { provider: 'openai', host: 'gateway:8080', pathPrefix: '' },
]);

it.each([
  ['https://api.openai.com', '/v1/chat/completions', 'openai', 443],
  ['https://api.openai.com', '/v1/chat/completions?x=/v1/messages', 'openai', 443],
  ['https://api.anthropic.com', '/v1/messages?beta=true', 'anthropic', 443],
  ['http://gateway:8080', '/m/v1/chat/completions', 'mistral_ai', 8080],
  ['http://gateway:8080', '/more/v1/chat/completions', 'openai', 8080],
])('%s%s is %s', (origin, path, provider, port) => {
  expect(table.match(origin, path)).toMatchObject({ provider, port });
});

it.each([
  ['https://api.openai.com', '/v1/threads/t/messages', 'unread'],
  ['https://api.anthropic.com', '/v1/complete', 'unread'],
  ['https://api.openai.com.evil.test', '/v1/chat/completions', undefined],
  ['https://api.openai.com:8443', '/v1/chat/completions', undefined],
  ['not a URL', '/v1/chat/completions', undefined],
])('%s%s: %s', (origin, path, expected) => {
  expect(table.match(origin, path)).toBe(expected);
  expect(table.match(origin, path)).toBe(expected);
});

it('stays bounded however many hosts are called', () => {
  for (let host = 0; host < 5000; host += 1) {
    expect(table.match(`https://h${host}.test`, '/')).toBeUndefined();
  }
  expect(table.match('https://api.openai.com', '/v1/chat/completions')).toMatchObject({ provider: 'openai' });
});
