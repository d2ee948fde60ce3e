import OpenAI from 'openai';
import { referenceText } from '../referenceText.ts';
import { reportWork } from '../reportWork.ts';

const openai = new OpenAI();

/** Writes a customer's weekly digest. Nobody waits for it, so it asks for the cheaper flex tier. */
export async function writeDigest(customer: string): Promise<{ digest: string }> {
  const completion = await openai.chat.completions.create({
    model: 'gpt-5.4',
    service_tier: 'flex',
    messages: [{ role: 'user', content: referenceText(`The week of ${customer}`, 9000) }],
  });
  reportWork('digest', completion);
  return { digest: completion.choices[0]?.message.content ?? '' };
}
