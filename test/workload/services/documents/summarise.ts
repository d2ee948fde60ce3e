import OpenAI from 'openai';
import { referenceText } from '../referenceText.ts';
import { reportWork } from '../reportWork.ts';

const openai = new OpenAI();

/** Summarises a document for the person who opened it, word by word. */
export async function summarise(title: string, signal: AbortSignal, write: (text: string) => void): Promise<undefined> {
  const stream = await openai.chat.completions.create(
    {
      model: 'gpt-5.4',
      messages: [
        { role: 'system', content: 'Summarise in five sentences. Name amounts, dates and who has to act.' },
        { role: 'user', content: referenceText(title, 6000) },
      ],
      stream: true,
      stream_options: { include_usage: true },
    },
    { signal }
  );
  let answer = { id: '', model: '' };
  for await (const chunk of stream) {
    answer = chunk;
    write(chunk.choices[0]?.delta.content ?? '');
  }
  reportWork('summaries', answer);
  return undefined;
}
