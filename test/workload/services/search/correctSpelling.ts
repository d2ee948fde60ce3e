import OpenAI from 'openai';

const openai = new OpenAI();

/** Corrects a query as it is typed. */
export async function correctSpelling(query: string): Promise<{ query: string }> {
  const completion = await openai.chat.completions.create({
    model: 'gpt-5-nano',
    messages: [{ role: 'user', content: `Correct the spelling, answer with the query alone: ${query}` }],
    max_completion_tokens: 120,
  });
  return { query: completion.choices[0]?.message.content ?? query };
}
