import fc from 'fast-check';
import { PROVIDER_ENDPOINTS } from './capture/index.ts';
import { readConfig } from './readConfig.ts';

it('has defaults for everything', () => {
  const config = readConfig({});
  expect(config.problems).toEqual([]);
  expect(config.tracesUrl.href).toBe('http://127.0.0.1:4318/v1/traces');
  expect(config.endpoints).toEqual(PROVIDER_ENDPOINTS);
  expect(config.resource).toEqual(new Map([['service.name', 'unknown_service:node']]));
  expect(config).toMatchObject({
    startSdk: false,
    maxQueueBytes: 32 * 1024 * 1024,
    allowEmailTenants: false,
    headers: {},
  });
});

it('reads the environment', () => {
  const config = readConfig(
    {
      AI_FINOPS_ENDPOINT: 'https://ledger.internal:4318/base/',
      AI_FINOPS_HEADERS: 'authorization=Bearer a=b , x = y',
      AI_FINOPS_PROVIDERS: '127.0.0.1:4010/openai=openai, https://LLM.internal:443/v2/=mistral_ai,[::1]:8080=openai',
      AI_FINOPS_ACCOUNTS: 'production=0123456789ABCDEF',
      AI_FINOPS_FEATURE: 'search',
      AI_FINOPS_EMAIL_TENANTS: 'allow',
      OTEL_SERVICE_NAME: 'shop',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=other,deployment.environment=prod,team.name=a%20b',
      OTEL_EXPORTER_OTLP_HEADERS: 'not=ours',
    },
    { startSdk: true }
  );
  expect(config.problems).toEqual([]);
  expect(config.tracesUrl.href).toBe('https://ledger.internal:4318/base/v1/traces');
  expect(config.headers).toEqual({ authorization: 'Bearer a=b', x: 'y' });
  expect(config.endpoints.slice(PROVIDER_ENDPOINTS.length)).toEqual([
    { provider: 'openai', host: '127.0.0.1:4010', pathPrefix: '/openai' },
    { provider: 'mistral_ai', host: 'llm.internal', pathPrefix: '/v2' },
    { provider: 'openai', host: '[::1]:8080', pathPrefix: '' },
  ]);
  expect(config.accounts).toEqual(new Map([['0123456789ab', 'production']]));
  expect(config.defaults).toEqual({ feature: 'search' });
  expect(Object.fromEntries(config.resource)).toEqual({
    'service.name': 'shop',
    'deployment.environment': 'prod',
    'deployment.environment.name': 'prod',
    'team.name': 'a b',
  });
  expect(config).toMatchObject({ startSdk: true, allowEmailTenants: true });
});

it('takes the OTLP endpoint and its headers where it has none of its own', () => {
  const config = readConfig({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
    OTEL_EXPORTER_OTLP_HEADERS: 'a=b',
  });
  expect(config.tracesUrl.href).toBe('http://collector:4318/v1/traces');
  expect(config.headers).toEqual({ a: 'b' });
});

it('says what is wrong, never repeats what may be a key, and uses the default', () => {
  const config = readConfig({
    AI_FINOPS_ENDPOINT: 'ftp://x',
    AI_FINOPS_PROVIDERS: 'no provider,host=Bad Name',
    AI_FINOPS_ACCOUNTS: 'prod=sk-proj-secret',
    AI_FINOPS_QUEUE_BYTES: '-1',
    AI_FINOPS_SDK: 'perhaps',
  });
  expect(config.tracesUrl.href).toBe('http://127.0.0.1:4318/v1/traces');
  expect(config.maxQueueBytes).toBe(32 * 1024 * 1024);
  expect(config.problems).toHaveLength(6);
  expect(config.problems.join('\n')).not.toContain('sk-proj');
});

it.each(['AI_FINOPS_SDK=off', 'OTEL_SDK_DISABLED=true'])('starts no SDK with %s', (setting) => {
  const [name = '', value] = setting.split('=');
  expect(readConfig({ [name]: value }, { startSdk: true }).startSdk).toBe(false);
});

it('never throws', () => {
  const names = ['AI_FINOPS_ENDPOINT', 'AI_FINOPS_HEADERS', 'AI_FINOPS_PROVIDERS', 'AI_FINOPS_ACCOUNTS'];
  const env = fc.dictionary(
    fc.constantFrom(...names, 'AI_FINOPS_QUEUE_BYTES', 'OTEL_RESOURCE_ATTRIBUTES', 'AI_FINOPS_TENANT'),
    fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.array(fc.constantFrom('a', '=', ',', '/', ':', '%', '[')).map((parts) => parts.join(''))
    )
  );
  fc.assert(
    fc.property(env, (values) => readConfig(values).tracesUrl.href.endsWith('/v1/traces')),
    { numRuns: 1000 }
  );
});
