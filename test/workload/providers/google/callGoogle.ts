import { GoogleGenAI } from '@google/genai';
import { withAttribution } from '@ai-finops/instrumentation';
import { captureHealth } from '../../../../instrumentation/library/src/capture/captureHealth.ts';
import type { GoogleSteering } from './googleSteering.ts';

/*
 * A service that calls Gemini and Vertex with the real client, one call after the other: GOOGLE_URL. Prints what the
 * application got of each.
 */
const baseUrl = process.env['GOOGLE_URL'] ?? '';
const gemini = new GoogleGenAI({ apiKey: 'AIzaSimulated', httpOptions: { baseUrl: `${baseUrl}/gemini` } });
const vertex = new GoogleGenAI({
  vertexai: true,
  project: 'shop-prod',
  location: 'europe-west4',
  googleAuthOptions: {
    authClient: {
      getRequestHeaders: () => Promise.resolve(new Headers({ authorization: 'Bearer ya29.simulated' })),
    } as never,
  },
  httpOptions: { baseUrl: `${baseUrl}/vertex` },
});
const contents = 'Where is my order?';
const config = (sim: GoogleSteering) => ({ httpOptions: { headers: { 'x-sim': JSON.stringify(sim) } } });
const generate = async (client: GoogleGenAI, model: string, sim: GoogleSteering) =>
  JSON.stringify((await client.models.generateContent({ model, contents, config: config(sim) })).usageMetadata);
/** `break` leaves the connection open in this client: whoever wants to stop aborts. */
const stream = async (client: GoogleGenAI, model: string, sim: GoogleSteering) => {
  const abort = new AbortController();
  const options = { ...config(sim), abortSignal: abort.signal };
  let last = '';
  for await (const chunk of await client.models.generateContentStream({ model, contents, config: options })) {
    last = JSON.stringify(chunk.usageMetadata);
    if (sim.hangAfter !== undefined) {
      setTimeout(() => abort.abort(), 40);
    }
  }
  return last;
};
/** As other clients do it, without `alt=sse`. */
const array = async (sim: GoogleSteering) => {
  const response = await fetch(
    `${baseUrl}/gemini/v1beta/models/gemini-2.5-flash:streamGenerateContent?key=AIzaInTheQuery`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-sim': JSON.stringify(sim) },
      body: JSON.stringify({ contents: [{ parts: [{ text: contents }] }] }),
    }
  );
  return String(((await response.json()) as unknown[]).length);
};
const rich = { prompt: 5000, cached: 4096, candidates: 300, thoughts: 120, toolUse: 77 };

const calls: readonly (() => Promise<string>)[] = [
  () => generate(gemini, 'gemini-2.5-flash', rich),
  () => generate(gemini, 'gemini-2.5-pro', { prompt: 200_000, candidates: 10 }),
  () => generate(gemini, 'gemini-2.5-pro', { prompt: 200_001, cached: 150_000, candidates: 10, thoughts: 5 }),
  () => generate(gemini, 'gemini-2.5-flash', { prompt: 900, audio: [500, 200], cached: 300, candidates: 4 }),
  () => generate(gemini, 'gemini-2.5-flash-image', { candidates: 1290, imagesOut: 1290 }),
  () => generate(gemini, 'gemini-2.5-flash', { searches: ['a', 'b', 'a'] }),
  () => generate(gemini, 'gemini-3-pro-preview', { searches: ['a', 'b', 'a'] }),
  () => generate(gemini, 'gemini-2.5-flash', { blocked: true }),
  () => generate(gemini, 'gemini-flash-latest', { modelVersion: 'gemini-2.5-flash' }),
  () => generate(gemini, 'gemini-2.5-flash', { serviceTier: 'flex' }),
  () => stream(gemini, 'gemini-2.5-flash', rich),
  () => stream(gemini, 'gemini-2.5-flash', { blocked: true }),
  () => stream(gemini, 'gemini-2.5-flash', { ...rich, hangAfter: 3 }),
  () => stream(gemini, 'gemini-2.5-flash', { ...rich, cutAfter: 3 }),
  () => array(rich),
  () => array({ ...rich, cutAfter: 3 }),
  () => generate(gemini, 'gemini-2.5-flash', { status: 429 }),
  () => generate(gemini, 'gemini-2.5-flash', { status: 500 }),
  () => generate(vertex, 'gemini-2.5-flash', { ...rich, trafficType: 'ON_DEMAND' }),
  () => stream(vertex, 'gemini-2.5-flash', { ...rich, trafficType: 'ON_DEMAND_PRIORITY' }),
  () => generate(vertex, 'gemini-2.5-flash', { ...rich, trafficType: 'PROVISIONED_THROUGHPUT' }),
  async () =>
    String(
      (
        await vertex.models.embedContent({
          model: 'gemini-embedding-001',
          contents: ['a', 'b'],
          config: config({ prompt: 7 }),
        })
      ).embeddings?.length
    ),
  async () =>
    String(
      (
        await gemini.models.embedContent({
          model: 'gemini-embedding-001',
          contents: ['a', 'b'],
          config: config({ prompt: 7 }),
        })
      ).embeddings?.length
    ),
];
for (const [at, call] of calls.entries()) {
  const got = await withAttribution({ feature: `f${at}` }, call).catch((error: unknown) => (error as Error).name);
  console.log(`${at} ${got}`);
}
console.log(`handler errors ${captureHealth.handlerErrors} ${String(captureHealth.lastHandlerError)}`);
