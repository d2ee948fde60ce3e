import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { node } from './install.mjs';
import { runQuietly } from './runQuietly.mjs';
import { root } from './settings.mjs';

const npmBuild = ['npm', 'run', 'build', '--silent'];

const UNITS = {
  library: { folder: 'instrumentation/library', watch: ['src'], command: npmBuild },
  ledger: { folder: 'instrumentation/ledger', watch: ['src', '../library/src'], command: npmBuild },
  app: {
    folder: 'grafana-plugin',
    watch: [
      'src',
      'webpack.config.ts',
      '../instrumentation/library/src/contract',
      '../instrumentation/ledger/src/analysis',
    ],
    command: npmBuild,
  },
  preview: { folder: 'grafana-plugin/preview', watch: ['host', 'build.mjs'], command: [node, 'build.mjs'] },
};

/** Builds those of `names` (library, ledger, app, preview) that are older than their sources, in this order. */
export async function build(names, say) {
  for (const name of names) {
    const { folder, watch, command } = UNITS[name];
    const directory = path.join(root, folder);
    const stamp = path.join(directory, 'dist/.built');
    const sources = [path.join(root, 'package-lock.json'), ...watch.map((entry) => path.join(directory, entry))];
    const newest = Math.max(...sources.map(newestChange));
    if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) {
      continue;
    }
    say(`building ${name}`);
    const env = { ...process.env, PATH: [path.dirname(node), process.env.PATH].join(path.delimiter) };
    await runQuietly(command[0], command.slice(1), { cwd: directory, env });
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, '');
    // A source saved while the build ran is newer than what was built.
    const moment = new Date(Math.ceil(newest));
    utimesSync(stamp, moment, moment);
  }
}

function newestChange(entry) {
  const stat = statSync(entry);
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  return Math.max(stat.mtimeMs, ...readdirSync(entry).map((name) => newestChange(path.join(entry, name))));
}
