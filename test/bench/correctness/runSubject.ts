import type * as Library from '@ai-finops/instrumentation';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './app.ts';
import { loadCases } from './loadCases.ts';
import { observe } from './observe.ts';
import type { FromSubject, ToSubject } from './subjectMessage.ts';

/** Runs every case in this process, one by one, in step with the bench that started it. */
export async function runSubject({
  OpenAI,
  Anthropic,
  library,
  load,
}: Pick<App, 'OpenAI' | 'Anthropic' | 'load'> & { library: typeof Library | undefined }): Promise<void> {
  const {
    BENCH_OPENAI: openaiUrl = '',
    BENCH_ANTHROPIC: anthropicUrl = '',
    BENCH_RECORDED: recordedUrl = '',
  } = process.env;
  const app: App = {
    OpenAI,
    Anthropic,
    openai: new OpenAI({ baseURL: openaiUrl, apiKey: 'sk-simulated-openai', maxRetries: 2 }),
    anthropic: new Anthropic({ baseURL: anthropicUrl, apiKey: 'sk-simulated-anthropic', maxRetries: 2 }),
    openaiUrl,
    anthropicUrl,
    recordedUrl,
    load,
    sim: (steering) => ({ headers: { 'x-sim': JSON.stringify(steering) } }),
    attributed: (attribution, call) => (library ? library.withAttribution(attribution, call) : call()),
  };
  const instrumentation = library?.instrument();
  const strays: string[] = [];
  process.on('unhandledRejection', (error) => strays.push(`unhandled rejection: ${String(error)}`));
  process.on('uncaughtException', (error) => strays.push(`uncaught exception: ${String(error)}`));

  for (const { name, run } of await loadCases()) {
    await tell({ kind: 'begin', name });
    const saw = await app.attributed({ tenant: name }, () => observe(() => run(app)));
    // Whatever nobody handled shows itself in the next turns of the event loop.
    await sleep(5);
    await instrumentation?.flush();
    const health = instrumentation?.health();
    await tell({
      kind: 'end',
      name,
      saw,
      strays: strays.splice(0),
      handlerErrors: health?.handlerErrors ?? 0,
      handlerError: health?.lastHandlerError === undefined ? undefined : String(health.lastHandlerError),
    });
  }
  process.disconnect();
}

/** Tells the bench, and waits until it says go on; meanwhile records may still be sent. */
function tell(message: FromSubject): Promise<ToSubject> {
  return new Promise((resolve) => {
    process.once('message', (answer) => resolve(answer as ToSubject));
    process.send?.(message);
  });
}
