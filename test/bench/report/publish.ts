import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import * as prettier from 'prettier';
import { root } from '../../../provisioning/embedded/settings.mjs';

/** Prints a bench's report, and with `--write` keeps it in the repository at `file`. */
export async function publish(file: string, title: string, command: string, body: string): Promise<void> {
  const when = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} cores shared with other work, load average ${loadavg()[0]?.toFixed(1)}`;
  const made = `Made by \`npm run bench -- ${command} --write\` on ${when}, Node ${process.versions.node}, ${machine}.`;
  const text = `# ${title}\n\n${made}\n\n${body}\n`;
  console.log(`\n${text}`);
  if (process.argv.includes('--write')) {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    const options = await prettier.resolveConfig(target);
    writeFileSync(target, await prettier.format(text, { ...options, parser: 'markdown' }));
    console.log(`written to ${file}`);
  }
}
