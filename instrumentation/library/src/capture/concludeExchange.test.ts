import { concludeExchange, type ExchangeEnd } from './concludeExchange.ts';

const USAGE = { inputTokens: 5, outputTokens: 1 };
const END: ExchangeEnd = {
  isSent: true,
  httpStatus: 200,
  failure: undefined,
  hasFailed: false,
  hasBody: true,
  bodyProblem: undefined,
  isStream: true,
  isTerminated: true,
  finishReason: 'stop',
  reportedError: undefined,
  usage: USAGE,
};
const ABORT = { hasFailed: true, failure: new DOMException('gone', 'AbortError') };
const BREAK = { hasFailed: true, failure: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) };
const CUT = { isTerminated: false, finishReason: undefined };
const BLIND = { usage: undefined };

const cases: [string, Partial<ExchangeEnd>, object][] = [
  ['finished', {}, { status: 'ok', usage: USAGE, isUsagePartial: false }],
  ['finished, then cancelled', ABORT, { status: 'ok', usage: USAGE, isUsagePartial: false }],
  ['finished without usage', BLIND, { status: 'ok', usageUnknown: 'not_reported' }],
  ['finished but not announced', { isTerminated: false }, { status: 'ok', isUsagePartial: false }],
  ['cancelled', { ...ABORT, ...CUT, ...BLIND }, { status: 'aborted', usageUnknown: 'aborted', errorType: undefined }],
  [
    'cancelled before the usage',
    { ...ABORT, isTerminated: false, ...BLIND },
    { status: 'aborted', usageUnknown: 'aborted' },
  ],
  ['cancelled, some known', { ...ABORT, ...CUT }, { status: 'aborted', usage: USAGE, isUsagePartial: true }],
  ['cancelled with any reason', { ...CUT, hasFailed: true, failure: 'bored' }, { status: 'aborted' }],
  ['broken', { ...BREAK, ...CUT, ...BLIND }, { status: 'error', errorType: 'ECONNRESET', usageUnknown: 'error' }],
  ['broken, some known', { ...BREAK, ...CUT }, { status: 'error', isUsagePartial: true, usageUnknown: undefined }],
  [
    'ended early',
    { ...CUT, ...BLIND },
    { status: 'error', errorType: 'incomplete_stream', usageUnknown: 'not_reported' },
  ],
  [
    'failed inside',
    { ...CUT, reportedError: 'overloaded_error' },
    { status: 'error', errorType: 'overloaded_error', isUsagePartial: true },
  ],
  ['ended early without a finish reason', { ...CUT }, { status: 'error', isUsagePartial: true }],
  ['not JSON', { isStream: false, ...CUT, ...BLIND }, { status: 'error', usageUnknown: 'unreadable' }],
  ['too large', { bodyProblem: 'too_large', ...CUT, ...BLIND }, { status: 'ok', usageUnknown: 'too_large' }],
  ['not shown', { hasBody: false, ...CUT, ...BLIND }, { status: 'ok', usageUnknown: 'no_body_events' }],
  [
    'refused',
    { httpStatus: 429, ...CUT, ...BLIND },
    { status: 'refused', errorType: '429', usage: undefined, usageUnknown: undefined },
  ],
  ['overloaded', { httpStatus: 529, ...CUT, ...BLIND }, { status: 'refused', errorType: '529' }],
  [
    'failed',
    { httpStatus: 500, ...CUT, ...BLIND },
    { status: 'error', errorType: '500', usage: undefined, usageUnknown: undefined },
  ],
  [
    'never sent',
    { ...BREAK, isSent: false, httpStatus: undefined, ...CUT, ...BLIND },
    { status: 'error', usage: { inputTokens: 0, outputTokens: 0 } },
  ],
  [
    'unanswered',
    { ...BREAK, httpStatus: undefined, ...CUT, ...BLIND },
    { status: 'error', usage: undefined, usageUnknown: 'error' },
  ],
  [
    'not waited for',
    { ...ABORT, httpStatus: undefined, ...CUT, ...BLIND },
    { status: 'aborted', usageUnknown: 'aborted' },
  ],
];

it.each(cases)('%s', (_name, end, expected) => {
  const conclusion = concludeExchange({ ...END, ...end });
  expect(conclusion).toMatchObject(expected);
  // Unknown has a reason, known has none.
  expect(conclusion.usage === undefined || conclusion.usageUnknown === undefined).toBe(true);
});
