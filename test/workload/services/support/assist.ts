import Anthropic from '@anthropic-ai/sdk';
import { withAttribution } from '@ai-finops/instrumentation';
import { referenceText } from '../referenceText.ts';
import { reportWork } from '../reportWork.ts';
import type { ServiceRequest } from '../serviceRequest.ts';

const anthropic = new Anthropic();
const HANDBOOK = {
  type: 'text' as const,
  text: referenceText('Support handbook', 5200),
  cache_control: { type: 'ephemeral' as const },
};

/** Helps a support agent: a small model plans which records to read, a large one streams the answer. */
export async function assist({ body, signal, write }: ServiceRequest): Promise<undefined> {
  const question = body['message'] ?? '';
  const plan = await withAttribution({ requestType: 'agent' }, () =>
    anthropic.messages.create(
      {
        model: 'claude-haiku-4-5',
        max_tokens: 300,
        system: referenceText('Planning rules', 700),
        messages: [{ role: 'user', content: question }],
      },
      { signal }
    )
  );
  const stream = anthropic.messages.stream(
    {
      model: 'claude-sonnet-4-6',
      max_tokens: 1200,
      system: [HANDBOOK],
      messages: [
        { role: 'user', content: referenceText(`Records for ${plan.id.length} ${question}`, 1500) },
        { role: 'assistant', content: 'I have read the records.' },
        { role: 'user', content: question },
      ],
    },
    { signal }
  );
  for await (const event of stream) {
    if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
      write(event.delta.text);
    }
  }
  reportWork('assistant', await stream.finalMessage());
  return undefined;
}
