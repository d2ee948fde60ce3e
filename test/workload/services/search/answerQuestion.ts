import OpenAI from 'openai';
import { referenceText } from '../referenceText.ts';
import { reportWork } from '../reportWork.ts';

const openai = new OpenAI();
const RULES = referenceText('How to answer from the index', 4200);

/** Answers a question from the passages the index found; hard ones go to the large model. */
export async function answerQuestion(question: string, signal: AbortSignal): Promise<{ answer: string }> {
  const completion = await openai.chat.completions.create(
    {
      model: question.length > 40 ? 'gpt-5.4' : 'gpt-5-mini',
      messages: [
        { role: 'system', content: RULES },
        { role: 'user', content: `${referenceText(`Passages for ${question}`, 1600)}\n\n${question}` },
      ],
    },
    { signal }
  );
  reportWork('search', completion);
  return { answer: completion.choices[0]?.message.content ?? '' };
}
