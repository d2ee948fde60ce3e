import path from 'node:path';
import { at } from './at.mjs';
import { node } from './install.mjs';
import { ownersFile } from './ownersFile.mjs';
import { pricesFile } from './seed.mjs';
import { root } from './settings.mjs';

/** The ledger; it keeps the rows of the whole demo history. */
export function ledgerPart({ data, ports, seedDays }) {
  const options = {
    'intake-port': ports.intake,
    'metrics-port': ports.metrics,
    'api-port': ports.api,
    data: path.join(data, 'ledger'),
    'retention-days': Math.max(100, seedDays + 10),
    prices: pricesFile(data),
    finops: ownersFile,
  };
  return {
    name: 'ledger',
    command: node,
    args: [
      path.join(root, 'instrumentation/ledger/dist/cli/main.js'),
      'ledger',
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    ],
    // The demo has bills of its own: it never asks for those of whoever looks at it.
    env: Object.fromEntries(
      ['OPENAI', 'ANTHROPIC'].flatMap((of) => ['', '_FILE'].map((end) => [`${of}_ADMIN_KEY${end}`, '']))
    ),
    ready: `${at(ports.metrics)}/healthz`,
  };
}
