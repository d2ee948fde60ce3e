import { Agent, OpenAIChatCompletionsModel, run, setTracingDisabled } from '@openai/agents';
import OpenAI from 'openai';
import { inService } from './inService.mjs';

// Its own tracing goes to OpenAI, not to OpenTelemetry.
setTracingDisabled(true);
const openai = new OpenAI({ baseURL: process.env.OPENAI_URL, apiKey: 'sk-simulated' });
const agent = new Agent({
  name: 'Clerk',
  instructions: 'Answer in one line.',
  model: new OpenAIChatCompletionsModel(openai, 'gpt-5-mini'),
});
await inService(async () => {
  console.log((await run(agent, 'Where is my order?')).finalOutput);
  const streamed = await run(agent, 'Where is my order?', { stream: true });
  let text = '';
  for await (const part of streamed.toTextStream()) {
    text += part;
  }
  await streamed.completed;
  console.log(text);
});
