import type * as Api from '@opentelemetry/api';
import { createRequire } from 'node:module';
import path from 'node:path';
import { installPackages } from '../../cache/installPackages.ts';
import { clientModules, createClients } from '../clients.ts';
import type { StartPeer } from './peer.ts';

interface Openlit {
  init(options: object): void;
}

/** openlit without content, with its own SDK and exporters (OTLP JSON) and a small price list instead of the one it downloads. */
export const startOpenlit: StartPeer = async (providersUrl, sinkUrl) => {
  const folder = await installPackages('peer-openlit', {
    openai: '7.57.0',
    '@anthropic-ai/sdk': '1.12.0',
    openlit: '1.15.0',
  });
  const fromPeer = createRequire(path.join(folder, 'package.json'));
  const module = fromPeer('openlit') as { default?: Openlit } & Openlit;
  const price = { promptPrice: 0.00125, completionPrice: 0.01 };
  (module.default ?? module).init({
    otlpEndpoint: `${sinkUrl}/peer`,
    applicationName: 'bench',
    captureMessageContent: false,
    pricingJson: { chat: { 'gpt-5.1': price, 'claude-sonnet-4-6': price } },
  });
  const api = fromPeer('@opentelemetry/api') as typeof Api;
  const proxy = api.trace.getTracerProvider() as { getDelegate?(): { forceFlush?(): Promise<void> } };
  const clients = createClients(clientModules(folder), providersUrl);
  return { clients, flush: async () => proxy.getDelegate?.().forceFlush?.() };
};
