const { default: OpenAI } = require('openai');

const openai = new OpenAI({ baseURL: process.env.OPENAI_URL, apiKey: 'sk-simulated' });
const question = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Where is my order?' }] };

(async () => {
  const { inService } = await import('../apps/inService.mjs');
  await inService(async () => {
    console.log((await openai.chat.completions.create(question)).choices[0].message.content);
    const stream = await openai.chat.completions.create({
      ...question,
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = '';
    for await (const { choices } of stream) {
      text += choices[0]?.delta.content ?? '';
    }
    console.log(text);
  });
})();
