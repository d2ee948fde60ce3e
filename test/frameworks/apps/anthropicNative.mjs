import Anthropic from '@anthropic-ai/sdk';
import { inService } from './inService.mjs';

const anthropic = new Anthropic({ baseURL: process.env.ANTHROPIC_URL, apiKey: 'sk-simulated' });
const question = {
  model: 'claude-sonnet-4-6',
  max_tokens: 200,
  messages: [{ role: 'user', content: 'Where is my order?' }],
};
await inService(async () => {
  console.log((await anthropic.messages.create(question)).content[0].text);
  let events = 0;
  for await (const event of await anthropic.messages.create({ ...question, stream: true })) {
    events += event.type.length;
  }
  console.log(events, (await anthropic.messages.stream(question).finalMessage()).content[0].text);
});
