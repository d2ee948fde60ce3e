import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from '../provisioning/embedded/settings.mjs';

/** Runs a command to its end and prints its lines under a name, as others speak at the same time; returns them, too. */
export function runUnderName(name, command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => {
        printed += `${line}\n`;
        console.log(`${name.padEnd(11)}${line}`.trimEnd());
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, printed }));
  });
}
