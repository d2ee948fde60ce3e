import OpenAI from 'openai';
import { referenceText } from '../referenceText.ts';
import { reportWork } from '../reportWork.ts';

const openai = new OpenAI();

/** Files a ticket under one of the known topics. */
export async function tagTicket(ticket: string): Promise<{ tag: string }> {
  const completion = await openai.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [
      { role: 'system', content: referenceText('Topics', 600) },
      { role: 'user', content: referenceText(ticket, 500) },
    ],
    max_completion_tokens: 60,
  });
  reportWork('tagging', completion);
  return { tag: completion.choices[0]?.message.content ?? 'other' };
}
