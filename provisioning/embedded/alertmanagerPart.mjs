import path from 'node:path';
import { at } from './at.mjs';
import { node } from './install.mjs';
import { ownersFile } from './ownersFile.mjs';
import { runQuietly } from './runQuietly.mjs';
import { root } from './settings.mjs';

const cli = path.join(root, 'instrumentation/ledger/dist/cli/main.js');

/** Where the demo's messages arrive: the contacts of its owners file name this variable. */
export const inbox = ({ ports }) => ({ AI_FINOPS_INBOX_URL: `${at(ports.providers)}/inbox` });

/** Alertmanager, told by the owners file whom to tell. */
export async function alertmanagerPart(alertmanager, settings) {
  const { data, ports } = settings;
  const folder = path.join(data, 'alertmanager');
  const env = { ...process.env, ...inbox(settings) };
  await runQuietly(node, [cli, 'provision', 'alertmanager', '--finops', ownersFile, '--out', folder], { env });
  return {
    name: 'alertmanager',
    command: alertmanager,
    // Debian's, where it is only unpacked, finds its texts from here.
    cwd: path.resolve(path.dirname(alertmanager), '../..'),
    args: [
      `--config.file=${path.join(folder, 'alertmanager.yml')}`,
      `--storage.path=${path.join(folder, 'data')}`,
      // What is for information is told again after seven days: until then it has to know that it was.
      '--data.retention=192h',
      `--web.listen-address=127.0.0.1:${ports.alertmanager}`,
      `--web.external-url=${at(ports.alertmanager)}`,
      // One of them is no cluster: without this it listens for others.
      '--cluster.listen-address=',
      '--log.level=warn',
    ],
    ready: `${at(ports.alertmanager)}/-/ready`,
  };
}
