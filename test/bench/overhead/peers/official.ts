import { metrics } from '@opentelemetry/api';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { installPackages } from '../../cache/installPackages.ts';
import { clientModules, createClients } from '../clients.ts';
import { batchingProvider } from './batchingProvider.ts';
import { OFFICIAL_PACKAGES } from './officialPackages.ts';
import type { StartPeer } from './peer.ts';

interface Instrumentation {
  setTracerProvider(provider: unknown): void;
  setMeterProvider(provider: unknown): void;
  enable(): void;
}

/** OpenTelemetry's openai instrumentation (its release refuses openai 7: the range is edited), Anthropic's own telemetry. */
export const startOfficial: StartPeer = async (providersUrl, sinkUrl) => {
  const folder = await installPackages('peer-official', OFFICIAL_PACKAGES);
  const name = '@opentelemetry/instrumentation-openai';
  const file = path.join(folder, 'node_modules', name, 'dist/instrumentation.cjs');
  writeFileSync(file, readFileSync(file, 'utf8').replace('>=4.19.0 <7', '>=4.19.0 <8'));
  const provider = batchingProvider(folder, sinkUrl);
  const { OpenAIInstrumentation } = createRequire(path.join(folder, 'package.json'))(name) as {
    OpenAIInstrumentation: new () => Instrumentation;
  };
  const instrumentation = new OpenAIInstrumentation();
  instrumentation.setTracerProvider(provider);
  instrumentation.setMeterProvider(metrics.getMeterProvider());
  instrumentation.enable();
  const openTelemetry = { tracerProvider: provider };
  return {
    clients: createClients(clientModules(folder), providersUrl, openTelemetry),
    flush: () => provider.forceFlush(),
  };
};
