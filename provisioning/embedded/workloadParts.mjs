import path from 'node:path';
import { at } from './at.mjs';
import { node } from './install.mjs';
import { root } from './settings.mjs';

/** The simulated providers, and the demo services that call them. */
export function workloadParts({ ports }) {
  const program = (name) => ({ name, command: node, args: [path.join(root, 'test/workload', name, 'main.ts')] });
  return {
    providers: {
      ...program('providers'),
      env: { PROVIDERS_PORT: String(ports.providers) },
      ready: `${at(ports.providers)}/truth`,
    },
    services: {
      ...program('services'),
      env: { PROVIDERS_URL: at(ports.providers), AI_FINOPS_ENDPOINT: at(ports.otlp) },
    },
  };
}
