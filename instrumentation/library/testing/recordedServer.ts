import type { RecordedExchange } from './recordedExchange.ts';
import { serve, type Served } from './serve.ts';

/** Answers with recorded exchanges, each below its provider's name: `/groq/openai/v1/chat/completions`. */
export async function recordedServer(recorded: readonly RecordedExchange[]): Promise<Served> {
  return serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = (request.url ?? '').split('?', 1)[0];
      const found = recorded.find((one) => path === `/${one.provider}${one.path.split('?', 1)[0]}`);
      const isSpeech = path?.endsWith('/audio/speech') === true;
      if (isSpeech || found === undefined) {
        response.writeHead(isSpeech ? 200 : 404, { 'content-type': isSpeech ? 'audio/mpeg' : 'application/json' });
        response.end(isSpeech ? Buffer.alloc(5000, '{"') : '{"error":{"type":"not_found_error"}}');
        return;
      }
      const isStream = /"stream":true|name="stream"\r\n\r\ntrue/.test(Buffer.concat(chunks).toString('latin1'));
      response.writeHead(200, { 'content-type': isStream ? 'text/event-stream; charset=utf-8' : 'application/json' });
      const text = isStream ? (found.stream ?? []).join('') : found.body;
      // In two writes that respect nothing.
      response.write(text.slice(0, text.length / 3));
      setImmediate(() => response.end(text.slice(text.length / 3)));
    });
  });
}
