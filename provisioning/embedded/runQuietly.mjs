import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and returns what it printed. Fails with its last lines, which say more than its exit code.
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let printed = '';
    let tail = '';
    const keep = (chunk) => {
      tail = (tail + chunk).slice(-2000);
    };
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      keep(chunk);
    });
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) {
        resolve(printed);
      } else {
        const said = tail.trim().split('\n').slice(-40).join('\n');
        reject(new Error(`${[command, ...args].join(' ')} ended with code ${code}\n${said}`));
      }
    });
  });
}
