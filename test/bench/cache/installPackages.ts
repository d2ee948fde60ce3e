import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runQuietly } from '../../../provisioning/embedded/runQuietly.mjs';

/**
 * Installs packages (exact versions) from the registry into a folder of their own outside the repository, once; returns
 * that folder. `AI_FINOPS_BENCH_CACHE` overrides where.
 */
export async function installPackages(name: string, dependencies: Readonly<Record<string, string>>): Promise<string> {
  const folder = path.join(process.env['AI_FINOPS_BENCH_CACHE'] ?? path.join(tmpdir(), 'ai-finops-bench'), name);
  const manifest = path.join(folder, 'package.json');
  const stamp = path.join(folder, 'node_modules/.installed');
  const wanted = JSON.stringify({ private: true, dependencies, allowScripts: { node: true } }, null, 2);
  if (existsSync(stamp) && readFileSync(manifest, 'utf8') === wanted) {
    return folder;
  }
  console.log(`installing ${Object.keys(dependencies).join(', ')} into ${folder}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, wanted);
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error', '--legacy-peer-deps'];
  await runQuietly('npm', ['install', ...quiet], { cwd: folder });
  writeFileSync(stamp, '');
  return folder;
}
