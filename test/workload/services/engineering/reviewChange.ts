import Anthropic from '@anthropic-ai/sdk';
import { referenceText } from '../referenceText.ts';
import { reportWork } from '../reportWork.ts';

const anthropic = new Anthropic();

/** Reviews a change in two agent steps: read it, then comment with the guidelines at hand (kept in the cache an hour). */
export async function reviewChange(change: string): Promise<{ comments: string }> {
  const guidelines = {
    type: 'text' as const,
    text: referenceText('Review guidelines', 3500),
    cache_control: { type: 'ephemeral' as const, ttl: '1h' as const },
  };
  const diff = referenceText(change, 2500);
  const reading = await anthropic.messages.create({
    model: 'claude-haiku-4-5',
    max_tokens: 400,
    messages: [{ role: 'user', content: diff }],
  });
  const review = await anthropic.messages.create({
    model: 'claude-opus-4-5',
    max_tokens: 900,
    system: [guidelines],
    messages: [
      { role: 'user', content: diff },
      { role: 'assistant', content: reading.content.map((block) => ('text' in block ? block.text : '')).join('') },
      { role: 'user', content: 'Now write the comments.' },
    ],
  });
  reportWork('code-review', review);
  return { comments: review.content.map((block) => ('text' in block ? block.text : '')).join('') };
}
