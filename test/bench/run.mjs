/*
 * npm run bench [-- NAME … [--write]]: installs what is missing, builds, and runs the named benches under Node 24.
 * Plain JavaScript for Node 20, because it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from '../../provisioning/embedded/build.mjs';
import { install, node } from '../../provisioning/embedded/install.mjs';
import { root } from '../../provisioning/embedded/settings.mjs';

const BENCHES = {
  correctness:
    'every kind of call through the real clients, ESM and CJS, Node 22, 24 and 26, against the provider’s books',
  overhead: 'what a call costs the application, paired with an uninstrumented client and with the peers that run',
  ledger: 'spans a second, latency, memory and restart of the ledger, beside a bare HTTP sink',
  anomaly: 'what the anomalies find and how often they cry wolf on labelled series, beside the field’s thresholds',
  forecast:
    'error and coverage of the forecast over eight kinds of series and public ones, beside MSTL and Prophet; --series=FOLDER for your own',
  queries: 'every query of the app on a real Prometheus, 90 and 400 days of 10,000 tenants',
  app: 'size of the app’s scripts, how soon the Overview answers in Chromium, and what each page asks',
  crash: '200 seeded SIGKILLs under resent, mixed and reordered batches and wrong clocks',
  fuzz: '100,000 hostile OTLP bodies against the ledger: answered, booked whole or not at all, memory flat',
  impact: 'bias, coverage, false verdicts and power of before/after impact on simulated scopes with known effects',
  reconcile: 'discrepancies of every cause in simulated bills: found, sized to the nano-USD, named',
  bills:
    'a bill of a million rows: read in bounded memory, exact to the nano-USD, killed midway and read again; one fetched by a running ledger',
  kills: '50 SIGKILLs of the ledger under load: lost and doubled spans',
};

const usage = `npm run bench -- NAME … [--write]

${Object.entries(BENCHES)
  .map(([name, what]) => `  ${name.padEnd(14)}${what}`)
  .join('\n')}

  --write       also write the tables to the workspaces' docs/ folders
  --quick       fewer rounds: to try a bench out, not to quote from
  --no-build    use the builds that stand there`;

async function main() {
  const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
  const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  if (options.includes('--help') || names.length === 0) {
    console.log(usage);
    return;
  }
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown !== undefined) {
    throw new Error(`npm run bench knows no "${unknown}"; it has ${Object.keys(BENCHES).join(', ')}`);
  }
  await install(console.log);
  if (!options.includes('--no-build')) {
    await build(['library', 'ledger', ...(names.includes('app') ? ['app', 'preview'] : [])], console.log);
  }
  for (const name of names) {
    console.log(`\n── ${name}`);
    const code = await run([path.join(root, 'test/bench', name, 'main.ts'), ...options]);
    process.exitCode ||= code;
  }
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(node, ['--expose-gc', ...args], { cwd: root, stdio: 'inherit' });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
