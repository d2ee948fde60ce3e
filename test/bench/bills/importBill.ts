import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../../provisioning/embedded/settings.mjs';

/** The built command. */
export const CLI = path.join(root, 'instrumentation/ledger/dist/cli/main.js');
const TELL_MEMORY = `data:text/javascript,process.on('exit',()=>process.stderr.write('maxRSS '+process.resourceUsage().maxRSS+'\\n'))`;

interface Imported {
  readonly code: number | null;
  readonly seconds: number;
  /** Peak resident memory; undefined: it was killed. */
  readonly mebibytes: number | undefined;
  readonly said: string;
}

/** `ai-finops bills import` in a process of its own, killed after `killAfterMs` where that is given. */
export async function importBill(file: string, data: string, killAfterMs?: number): Promise<Imported> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', TELL_MEMORY, CLI, 'bills', 'import', file, '--data', data]);
  let said = '';
  child.stdout.on('data', (part) => (said += String(part)));
  child.stderr.on('data', (part) => (said += String(part)));
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  if (killAfterMs !== undefined) {
    await Promise.race([closed, sleep(killAfterMs)]);
    child.kill('SIGKILL');
  }
  const code = await closed;
  const kibibytes = /^maxRSS (\d+)$/m.exec(said)?.[1];
  return {
    code,
    seconds: (performance.now() - began) / 1000,
    mebibytes: kibibytes === undefined ? undefined : Number(kibibytes) / 1024,
    said,
  };
}
