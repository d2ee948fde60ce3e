import { flush, shutdown, withAttribution } from '@ai-finops/instrumentation';
import OpenAI from 'openai';

/** Calls made one after the other; ASKED is JSON: a list of feature and user, null where nobody asks. */
const openai = new OpenAI({ baseURL: process.env.OPENAI_URL, apiKey: 'sk-test' });
for (const [feature, user] of JSON.parse(process.env.ASKED)) {
  await withAttribution({ feature, user: user ?? undefined }, () =>
    openai.chat.completions.create({ model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Where is it?' }] })
  );
}
process.stdout.write(String(await flush()));
await shutdown();
