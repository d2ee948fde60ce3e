import { createRequire } from 'node:module';
import path from 'node:path';
import { installPackages } from '../../cache/installPackages.ts';
import { clientModules, createClients } from '../clients.ts';
import { batchingProvider } from './batchingProvider.ts';
import type { StartPeer } from './peer.ts';
import { SDK_PACKAGES } from './sdkPackages.ts';

type Instrumentation = new (options: object) => { manuallyInstrument(module: unknown): void };

/** OpenInference without content, patched by hand (its loader hook breaks openai 7 in ESM). */
export const startOpeninference: StartPeer = async (providersUrl, sinkUrl) => {
  const folder = await installPackages('peer-openinference', {
    openai: '7.57.0',
    '@anthropic-ai/sdk': '1.12.0',
    ...SDK_PACKAGES,
    '@arizeai/openinference-instrumentation-openai': '4.2.7',
    '@arizeai/openinference-instrumentation-anthropic': '0.2.8',
  });
  const tracerProvider = batchingProvider(folder, sinkUrl);
  const options = { tracerProvider, traceConfig: { hideInputs: true, hideOutputs: true } };
  const fromPeer = createRequire(path.join(folder, 'package.json'));
  const modules = clientModules(folder);
  const openai = fromPeer('@arizeai/openinference-instrumentation-openai') as {
    OpenAIInstrumentation: Instrumentation;
  };
  new openai.OpenAIInstrumentation(options).manuallyInstrument(modules.OpenAI);
  const anthropic = fromPeer('@arizeai/openinference-instrumentation-anthropic') as {
    AnthropicInstrumentation: Instrumentation;
  };
  new anthropic.AnthropicInstrumentation(options).manuallyInstrument(modules.Anthropic);
  return { clients: createClients(modules, providersUrl), flush: () => tracerProvider.forceFlush() };
};
