/** A chat completion of Groq: times beside the tokens, its own block beside the usage. */
export const groqAnswer = {
  id: 'chatcmpl-f51b2cd2-bef7-417e-964e-a08f0b513c22',
  object: 'chat.completion',
  created: 1_795_000_000,
  model: 'llama-3.3-70b-versatile',
  choices: [
    { index: 0, message: { role: 'assistant', content: 'On its way.' }, logprobs: null, finish_reason: 'stop' },
  ],
  usage: {
    queue_time: 0.0134,
    prompt_tokens: 1490,
    prompt_time: 0.01,
    completion_tokens: 256,
    completion_time: 0.4,
    total_tokens: 1746,
    total_time: 0.41,
  },
  usage_breakdown: null,
  system_fingerprint: 'fp_2ca0059abb',
  x_groq: { id: 'req_01jbd6g2qdfw2adyrt2az8hz4w' },
  service_tier: 'on_demand',
};
