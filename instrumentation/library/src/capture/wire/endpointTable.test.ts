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
  ['http://proxy:3128', 'http://gateway:8080/m/v1/chat/completions?x=1', 'mistral_ai', 8080],
  ['https://eu.api.openai.com', '/v1/embeddings', 'openai', 443],
  ['https://shop.openai.azure.com', '/openai/deployments/ours/chat/completions?api-version=1', 'azure.ai.openai', 443],
  ['https://shop.openai.azure.com', '/openai/v1/responses', 'azure.ai.openai', 443],
  ['https://shop.cognitiveservices.azure.com', '/openai/deployments/d/embeddings', 'azure.ai.openai', 443],
  ['https://shop.services.ai.azure.com', '/models/chat/completions', 'azure.ai.inference', 443],
  ['https://shop.services.ai.azure.com', '/anthropic/v1/messages', 'azure.ai.inference', 443],
  [
    'https://europe-west1-aiplatform.googleapis.com',
    '/v1/publishers/anthropic/models/c:rawPredict',
    'gcp.vertex_ai',
    443,
  ],
  ['https://api.groq.com', '/openai/v1/chat/completions', 'groq', 443],
  ['https://openrouter.ai', '/api/v1/responses', 'openrouter', 443],
  ['https://api.deepseek.com', '/anthropic/v1/messages', 'deepseek', 443],
])('%s%s is %s', (origin, path, provider, port) => {
  expect(table.match(origin, path)).toMatchObject({ provider, port });
});

it.each([
  ['https://api.openai.com', '/v1/threads/t/messages', 'unread'],
  ['https://api.anthropic.com', '/v1/complete', 'unread'],
  ['https://api.openai.com.evil.test', '/v1/chat/completions', undefined],
  ['https://api.openai.com:8443', '/v1/chat/completions', undefined],
  ['https://openai.azure.com', '/openai/v1/chat/completions', undefined],
  ['https://shop.openai.azure.com.evil.test', '/openai/v1/chat/completions', undefined],
  ['https://shop.cognitiveservices.azure.com', '/vision/v3.2/analyze', undefined],
  ['https://openrouter.ai', '/chat/completions', undefined],
  ['https://us-east5-aiplatform.googleapis.com', '/v1/publishers/mistralai/models/m:rawPredict', 'unread'],
  ['https://us-east5-aiplatform.googleapis.com', '/v1/publishers/anthropic/models/count-tokens:rawPredict', 'unread'],
  ['not a URL', '/v1/chat/completions', undefined],
])('%s%s: %s', (origin, path, expected) => {
  expect(table.match(origin, path)).toBe(expected);
  expect(table.match(origin, path)).toBe(expected);
});

it.each([
  ['https://shop.openai.azure.com', '/openai/deployments/our%20model/chat/completions', 'our model'],
  ['https://shop.openai.azure.com', '/openai/deployments/50%/chat/completions', '50%'],
  ['https://a-aiplatform.googleapis.com', '/v1/publishers/anthropic/models/claude@1:streamRawPredict', 'claude@1'],
  ['https://api.openai.com', '/v1/chat/completions', undefined],
])('%s%s names the model %s', (origin, path, model) => {
  expect(table.match(origin, path)).toMatchObject({ model });
});

it('stays bounded however many hosts are called', () => {
  for (let host = 0; host < 5000; host += 1) {
    expect(table.match(`https://h${host}.test`, '/')).toBeUndefined();
  }
  expect(table.match('https://api.openai.com', '/v1/chat/completions')).toMatchObject({ provider: 'openai' });
});
