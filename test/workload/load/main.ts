import { parseArgs } from 'node:util';
import { runCalls } from './runCalls.ts';

/*
 * node [--import @ai-finops/instrumentation/register] test/workload/load/main.ts --openai URL --anthropic URL
 *   [--calls 500] [--concurrency 16] [--seed 1] [--stream-share 0.5] [--abort-share 0] [--retry-share 0.1]
 *   [--anthropic-share 0.5] [--without-usage-share 0] [--attribution] [--flush-seconds 0]
 * Prints one JSON line with the counts. Without --attribution it does not know the instrumentation. With --flush-seconds
 * it waits that long for all records to be acknowledged, and fails where they are not.
 */
const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '500' },
    concurrency: { type: 'string', default: '16' },
    openai: { type: 'string', default: 'http://127.0.0.1:4010/openai/v1' },
    anthropic: { type: 'string', default: 'http://127.0.0.1:4010/anthropic' },
    seed: { type: 'string', default: '1' },
    'stream-share': { type: 'string', default: '0.5' },
    'abort-share': { type: 'string', default: '0' },
    'retry-share': { type: 'string', default: '0.1' },
    'anthropic-share': { type: 'string', default: '0.5' },
    'without-usage-share': { type: 'string', default: '0' },
    attribution: { type: 'boolean', default: false },
    'flush-seconds': { type: 'string', default: '0' },
  },
});

const instrumentation = values.attribution ? await import('@ai-finops/instrumentation') : undefined;
const result = await runCalls({
  count: Number(values.calls),
  concurrency: Number(values.concurrency),
  seed: values.seed,
  openaiUrl: values.openai,
  anthropicUrl: values.anthropic,
  mix: {
    streamShare: Number(values['stream-share']),
    abortShare: Number(values['abort-share']),
    retryShare: Number(values['retry-share']),
    anthropicShare: Number(values['anthropic-share']),
    withoutUsageShare: Number(values['without-usage-share']),
  },
  ...(instrumentation && { around: instrumentation.withAttribution }),
});
console.log(JSON.stringify(result));
const seconds = Number(values['flush-seconds']);
if (seconds > 0 && !(await instrumentation?.flush(seconds * 1000))) {
  throw new Error(`records were not acknowledged within ${seconds} s`);
}
