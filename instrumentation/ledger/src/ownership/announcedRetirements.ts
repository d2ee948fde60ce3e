interface AnnouncedRetirement {
  readonly provider: string;
  /** As the model label shows it: the catalogue's name, one for all dated snapshots of one price. */
  readonly model: string;
  /** The UTC day it is switched off; where a provider says "not before", that day. */
  readonly retires: string;
  /** What the provider recommends; absent where it names none, more than one, or none was read. */
  readonly replacement?: string;
  /** The UTC day somebody read the source; the owners file overrides what has changed since. */
  readonly read: string;
  readonly source: string;
}

const READ = '2026-11-28';
const OPENAI = 'https://developers.openai.com/api/docs/deprecations?translationFallback=zh-Hans';
const OPENAI_QUOTED =
  'https://dev.to/max_bob/openai-api-deprecations-2026-2027-every-shutdown-date-and-recommended-replacement-gpt-4o-2ffm';
const OPENAI_DECEMBER =
  'https://dev.to/aideprecations/what-to-do-before-openai-gpt-5-and-o3-shut-down-on-december-11-2026-fap';
const OPENAI_OCTOBER =
  'https://dev.to/importstatic/every-openai-model-shutdown-date-until-january-2027-and-what-replaces-it-1dfk';
const ANTHROPIC_2025 =
  'https://github.com/patrickcarmichael/claude-docs/blob/main/docs/ai-platforms/anthropic/formatted/40-deprecation-history.md';
const ANTHROPIC_JUNE =
  'https://raw.githubusercontent.com/ottto-ai/ai-provider-watch/main/data/events/2026-06-15-anthropic-sonnet-4-opus-4-retirement.json';
const ANTHROPIC_AUGUST =
  'https://raw.githubusercontent.com/ottto-ai/ai-provider-watch/main/data/events/2026-06-05-anthropic-opus-41-api-retirement.json';
const GEMINI = 'https://ai.google.dev/gemini-api/docs/deprecations.md';
const GEMINI_3 = 'https://ai.google.dev/gemini-api/docs/deprecations?authuser=0&hl=en';
const GEMINI_DECEMBER =
  'https://dev.to/aideprecations/what-to-do-before-gemini-25-pro-and-25-flash-are-retired-on-december-1-2026-5gg9';
const GEMINI_JUNE =
  'https://raw.githubusercontent.com/ottto-ai/ai-provider-watch/main/data/events/2026-06-01-google-gemini-api-20-flash-shutdown.json';
const XAI = 'https://docs.x.ai/developers/migration/may-15-retirement.md';

/**
 * What providers announced of models that go, as far as it was read: their own page where a copy showed the row, else one
 * that quotes it. Not complete, and no promise: a model that is not here may retire, too. Of the providers' own APIs; clouds
 * that serve their models have days of their own.
 */
export const ANNOUNCED_RETIREMENTS: readonly AnnouncedRetirement[] = [
  ...of('openai', '2026-10-23', OPENAI_OCTOBER, {
    'gpt-3.5-turbo': 'gpt-5.6-terra',
    'gpt-4': 'gpt-5.6-sol',
    'gpt-4-turbo': 'gpt-5.6-sol',
    'gpt-4o-2024-05-13': 'gpt-5.6-sol',
    'gpt-4.1-nano': undefined,
    o1: 'gpt-5.6-sol',
    'o1-pro': 'gpt-5.6-sol',
    'o3-mini': 'gpt-5.6-sol',
    'o4-mini': 'gpt-5.6-terra',
  }),
  // The provider recommends either of two.
  ...of('openai', '2026-12-01', OPENAI, {
    'gpt-image-1-mini': undefined,
    'gpt-image-1.5': undefined,
    'chatgpt-image-latest': undefined,
  }),
  ...of('openai', '2026-12-11', OPENAI, {
    'gpt-5': 'gpt-6.1-sol',
    'gpt-5-mini': 'gpt-6.1-terra',
    'gpt-5-nano': undefined,
  }),
  ...of('openai', '2026-12-11', OPENAI_DECEMBER, {
    'gpt-5-pro': 'gpt-5.6-sol',
    o3: 'gpt-5.6-sol',
    'o3-pro': 'gpt-5.6-sol',
  }),
  ...of('openai', '2027-01-14', OPENAI_QUOTED, {
    'gpt-4o': 'gpt-6-luna',
    'gpt-4o-mini': 'gpt-6-luna',
    'gpt-4.1': 'gpt-6-luna',
    'gpt-4.1-mini': 'gpt-6-luna',
  }),
  ...of('openai', '2027-04-01', OPENAI_QUOTED, { 'gpt-5.1': undefined }),
  ...of('anthropic', '2025-10-28', ANTHROPIC_2025, { 'claude-3-5-sonnet': 'claude-sonnet-4-5' }),
  ...of('anthropic', '2026-01-05', ANTHROPIC_2025, { 'claude-3-opus-latest': 'claude-opus-4-1' }),
  ...of('anthropic', '2026-02-19', ANTHROPIC_2025, { 'claude-3-7-sonnet-latest': 'claude-sonnet-4-5' }),
  ...of('anthropic', '2026-06-15', ANTHROPIC_JUNE, {
    'claude-opus-4-0': 'claude-opus-4-8',
    'claude-sonnet-4-0': 'claude-sonnet-4-6',
  }),
  ...of('anthropic', '2026-08-05', ANTHROPIC_AUGUST, { 'claude-opus-4-1': 'claude-opus-4-8' }),
  ...of('gcp.gemini', '2026-03-09', GEMINI, { 'gemini-3-pro-preview': 'gemini-3.1-pro-preview' }),
  ...of('gcp.gemini', '2026-06-01', GEMINI_JUNE, {
    'gemini-2.0-flash': undefined,
    'gemini-2.0-flash-lite': undefined,
  }),
  ...of('gcp.gemini', '2026-12-01', GEMINI_DECEMBER, {
    'gemini-2.5-pro': 'gemini-3.8-flash',
    'gemini-2.5-flash': 'gemini-3.5-flash-lite',
  }),
  // "Earliest possible", says the provider.
  ...of('gcp.gemini', '2027-05-07', GEMINI_3, { 'gemini-3.1-flash-lite': undefined }),
  ...of('x_ai', '2026-05-15', XAI, {
    'grok-4-1-fast-reasoning': 'grok-4.3',
    'grok-4-1-fast-non-reasoning': 'grok-4.20-non-reasoning',
    'grok-4-fast-reasoning': 'grok-4.3',
    'grok-4-fast-non-reasoning': 'grok-4.20-non-reasoning',
    'grok-4-0709': 'grok-4.3',
    'grok-code-fast-1': 'grok-4.3',
    'grok-3': 'grok-4.3',
  }),
];

function of(
  provider: string,
  retires: string,
  source: string,
  models: Readonly<Record<string, string | undefined>>
): AnnouncedRetirement[] {
  return Object.entries(models).map(([model, replacement]) => ({
    ...{ provider, model, retires, read: READ, source },
    ...(replacement !== undefined && { replacement }),
  }));
}
