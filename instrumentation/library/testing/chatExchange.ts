import type { RecordedExchange } from './recordedExchange.ts';

/** What is particular to one server that speaks OpenAI's chat completions. */
interface Particulars extends Omit<RecordedExchange, 'body' | 'stream'> {
  /** The usage object as it is sent. */
  readonly sent: object;
  /** What stands beside it in a body. */
  readonly beside?: object;
  /** The chunks that end a stream; by default one more with usage and no choices, as OpenAI has it. */
  readonly lastChunks?: readonly object[];
}

const TRICKY = 'Say "usage":{"prompt_tokens":9,"cost":99} \\" \\\\ ünï\u{1f600} data: [DONE]\n\n';

/** A chat completion, whole and streamed, with the server's own usage. */
export function chatExchange({ sent, beside = {}, lastChunks, ...exchange }: Particulars): RecordedExchange {
  const { id, model } = exchange;
  const common = { id, created: 1763900000, model };
  const chunk = (rest: object) =>
    `data: ${JSON.stringify({ ...common, object: 'chat.completion.chunk', ...rest })}\n\n`;
  const delta = (content: object, finish: string | null = null) => ({
    choices: [{ index: 0, delta: content, logprobs: null, finish_reason: finish }],
  });
  const message = { role: 'assistant', content: TRICKY };
  return {
    ...exchange,
    body: JSON.stringify({
      ...common,
      object: 'chat.completion',
      choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
      usage: sent,
      ...beside,
    }),
    stream: [
      chunk(delta({ role: 'assistant', content: '' })),
      ...Array.from(TRICKY.slice(0, 5), (content) => chunk(delta({ content }))),
      chunk(delta({ content: TRICKY })),
      ...(lastChunks ?? [delta({}, 'stop'), { choices: [], usage: sent }]).map(chunk),
      'data: [DONE]\n\n',
    ],
  };
}
