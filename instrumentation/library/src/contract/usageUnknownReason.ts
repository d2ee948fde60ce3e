/**
 * Why an exchange that may have cost money has no usage.
 * - `no_body_events`: the runtime showed no bytes of the response
 * - `not_reported`: the response ended without usage (OpenAI streams without `stream_options.include_usage`)
 * - `aborted`: the application gave up before usage arrived
 * - `error`: the connection broke before usage arrived
 * - `too_large`: the response passed the bytes we are willing to hold
 * - `unreadable`: the response could not be decoded
 */
export const USAGE_UNKNOWN_REASONS = [
  'no_body_events',
  'not_reported',
  'aborted',
  'error',
  'too_large',
  'unreadable',
] as const;

export type UsageUnknownReason = (typeof USAGE_UNKNOWN_REASONS)[number];
