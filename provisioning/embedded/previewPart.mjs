import path from 'node:path';
import { at } from './at.mjs';
import { node } from './install.mjs';
import { root } from './settings.mjs';

/** The preview of the built app, where there is no Grafana. */
export function previewPart({ data, ports }) {
  return {
    name: 'preview',
    command: node,
    args: [path.join(root, 'grafana-plugin/preview/server.mjs')],
    env: {
      PORT: String(ports.app),
      PROMETHEUS_URL: at(ports.prometheus),
      LEDGER_API_URL: at(ports.api),
      DATA_DIR: path.join(data, 'preview'),
    },
    ready: `${at(ports.app)}/api/health`,
  };
}
