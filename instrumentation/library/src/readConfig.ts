import { cleanAttribution, cleanValue } from './attribution/index.ts';
import { PROVIDER_ENDPOINTS, type ProviderEndpoint } from './capture/index.ts';
import type { Config } from './config.ts';
import { ATTRIBUTE } from './contract/index.ts';
import type { InstrumentOptions } from './instrumentOptions.ts';

type Env = Readonly<Record<string, string | undefined>>;

const DEFAULT_ENDPOINT = 'http://127.0.0.1:4318';
/** 10,000 records in a burst are some 10 MB before they are compressed. */
const DEFAULT_QUEUE_BYTES = 32 * 1024 * 1024;
const MIN_QUEUE_BYTES = 64 * 1024;

/** Reads and validates all configuration. Options win over the environment; what is wrong is said, and its default used. */
export function readConfig(env: Env, options: InstrumentOptions = {}): Config {
  const problems: string[] = [];
  const setting = (name: string) => (env[name]?.trim() ? env[name].trim() : undefined);
  const ownEndpoint = options.endpoint ?? setting('AI_FINOPS_ENDPOINT');
  const headers =
    ownEndpoint === undefined && setting('AI_FINOPS_HEADERS') === undefined
      ? 'OTEL_EXPORTER_OTLP_HEADERS'
      : 'AI_FINOPS_HEADERS';
  const resource = readResource(env, options, problems);
  return {
    tracesUrl: readEndpoint(ownEndpoint ?? setting('OTEL_EXPORTER_OTLP_ENDPOINT'), problems),
    headers: options.headers ?? Object.fromEntries(pairs(headers, setting(headers), problems)),
    endpoints: [...PROVIDER_ENDPOINTS, ...readProviders(options.providers ?? setting('AI_FINOPS_PROVIDERS'), problems)],
    accounts: readAccounts(options.accounts ?? setting('AI_FINOPS_ACCOUNTS'), problems),
    defaults: {
      ...cleanAttribution({
        feature: options.feature ?? env['AI_FINOPS_FEATURE'],
        team: options.team ?? env['AI_FINOPS_TEAM'],
        tenant: options.tenant ?? env['AI_FINOPS_TENANT'],
        requestType: options.requestType ?? env['AI_FINOPS_REQUEST_TYPE'],
      }),
      users: options.users ?? readSwitch('AI_FINOPS_USERS', setting, ['off', 'hash', 'allow'], problems),
    },
    clientMetrics: options.clientMetrics ?? readSwitch('AI_FINOPS_METRICS', setting, ['on', 'off'], problems) !== 'off',
    carryBaggage: options.carryBaggage ?? readSwitch('AI_FINOPS_BAGGAGE', setting, ['on', 'off'], problems) === 'on',
    allowEmailTenants:
      options.allowEmailTenants ??
      readSwitch('AI_FINOPS_EMAIL_TENANTS', setting, ['allow', 'hash'], problems) === 'allow',
    measurePrefixes:
      options.measurePrefixes ?? readSwitch('AI_FINOPS_PROMPT_PREFIX', setting, ['on', 'off'], problems) === 'on',
    guardBudgets: options.guardBudgets ?? readSwitch('AI_FINOPS_BUDGETS', setting, ['on', 'off'], problems) === 'on',
    startSdk:
      readSwitch('AI_FINOPS_SDK', setting, ['on', 'off'], problems) !== 'off' &&
      env['OTEL_SDK_DISABLED']?.trim().toLowerCase() !== 'true' &&
      options.startSdk === true,
    maxQueueBytes: readQueueBytes(options.maxQueueBytes ?? setting('AI_FINOPS_QUEUE_BYTES'), problems),
    serviceName: cleanValue(options.serviceName),
    resource,
    problems,
  };
}

function readEndpoint(value: string | undefined, problems: string[]): URL {
  const base = (value ?? DEFAULT_ENDPOINT).replace(/\/+$/, '');
  if (URL.canParse(base) && /^https?:$/.test(new URL(base).protocol)) {
    return new URL(base.endsWith('/v1/traces') ? base : `${base}/v1/traces`);
  }
  problems.push(`endpoint ${quote(value)} is not an http(s) URL such as ${DEFAULT_ENDPOINT}, which is used instead`);
  return new URL(`${DEFAULT_ENDPOINT}/v1/traces`);
}

function readProviders(value: string | undefined, problems: string[]): ProviderEndpoint[] {
  const endpoints: ProviderEndpoint[] = [];
  for (const [place, provider] of pairs('AI_FINOPS_PROVIDERS', value, problems)) {
    const plain = place.replace(/^https?:\/\//, '').replace(/\/+$/, '');
    const slash = plain.indexOf('/');
    const host = (slash < 0 ? plain : plain.slice(0, slash)).toLowerCase();
    if (/^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/.test(host) && /^[a-z0-9._-]{1,64}$/.test(provider)) {
      // URLs leave out the port that their scheme implies: so must we, to compare.
      endpoints.push({
        provider,
        host: host.replace(/:(80|443)$/, ''),
        pathPrefix: slash < 0 ? '' : plain.slice(slash),
      });
    } else {
      problems.push(
        `AI_FINOPS_PROVIDERS entry ${quote(`${place}=${provider}`)} is not host[:port][/path]=provider: left out`
      );
    }
  }
  return endpoints;
}

function readAccounts(value: string | undefined, problems: string[]): Map<string, string> {
  const accounts = new Map<string, string>();
  for (const [name, fingerprint] of pairs('AI_FINOPS_ACCOUNTS', value, problems)) {
    const account = cleanValue(name);
    if (account !== undefined && /^[0-9a-f]{12,64}$/i.test(fingerprint)) {
      accounts.set(fingerprint.slice(0, 12).toLowerCase(), account);
    } else {
      // The value may be a key somebody put here by mistake: it is not repeated.
      problems.push(`AI_FINOPS_ACCOUNTS entry ${quote(name)} has no fingerprint (12 or more hex digits): left out`);
    }
  }
  return accounts;
}

function readResource(env: Env, options: InstrumentOptions, problems: string[]): Map<string, string> {
  const resource = new Map<string, string>();
  for (const [key, raw] of pairs('OTEL_RESOURCE_ATTRIBUTES', env['OTEL_RESOURCE_ATTRIBUTES'], problems)) {
    const value = cleanValue(decode(raw));
    if (value !== undefined && key.length <= 128 && resource.size < 64) {
      resource.set(key, value);
    }
  }
  const name = cleanValue(options.serviceName) ?? cleanValue(env['OTEL_SERVICE_NAME']) ?? resource.get('service.name');
  resource.set('service.name', name ?? 'unknown_service:node');
  const environment =
    cleanValue(options.environment) ?? resource.get(ATTRIBUTE.environment) ?? resource.get('deployment.environment');
  if (environment !== undefined) {
    resource.set(ATTRIBUTE.environment, environment);
  }
  return resource;
}

function readSwitch<const Allowed extends string>(
  name: string,
  setting: (name: string) => string | undefined,
  allowed: readonly Allowed[],
  problems: string[]
): Allowed | undefined {
  const value = setting(name)?.toLowerCase();
  const found = allowed.find((one) => one === value);
  if (value !== undefined && found === undefined) {
    problems.push(`${name} ${quote(value)} is neither ${allowed.join(' nor ')}: ignored`);
  }
  return found;
}

function readQueueBytes(value: string | number | undefined, problems: string[]): number {
  const bytes = Number(value ?? DEFAULT_QUEUE_BYTES);
  if (Number.isSafeInteger(bytes) && bytes >= MIN_QUEUE_BYTES) {
    return bytes;
  }
  problems.push(
    `queue bytes ${quote(String(value))} is not a whole number ≥ ${MIN_QUEUE_BYTES}: ${DEFAULT_QUEUE_BYTES} used`
  );
  return DEFAULT_QUEUE_BYTES;
}

/** `key=value,key=value`, spaces around ignored. */
function pairs(name: string, value: string | undefined, problems: string[]): [key: string, value: string][] {
  const found: [string, string][] = [];
  for (const entry of (value ?? '').split(',')) {
    const equals = entry.indexOf('=');
    const key = entry.slice(0, Math.max(0, equals)).trim();
    const right = entry.slice(equals + 1).trim();
    if (key !== '' && right !== '') {
      found.push([key, right]);
    } else if (entry.trim() !== '') {
      problems.push(`${name} has an entry that is not key=value: left out`);
    }
  }
  return found;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function quote(value: string | undefined): string {
  return JSON.stringify((value ?? '').slice(0, 100));
}
