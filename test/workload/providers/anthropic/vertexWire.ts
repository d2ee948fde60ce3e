import type { Wire } from '../wire.ts';
import { anthropicWire } from './anthropicWire.ts';

/** Anthropic's messages as Google Vertex serves them: by Google's credentials, the model in the path. */
export const vertexWire: Wire = {
  ...anthropicWire,
  provider: 'gcp.vertex_ai',
  responseId: ['msg_vrtx_01', 22],
  authorized: (headers) => String(headers['authorization'] ?? '').startsWith('Bearer '),
};
