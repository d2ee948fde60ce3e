import { nodeBinary } from '../cache/nodeBinary.ts';
import { Stack } from '../../pipeline/Stack.ts';
import { until } from '../../pipeline/until.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';
import { loadCases } from './loadCases.ts';
import type { Case } from './case.ts';
import { runColumn, type Outcome } from './runColumn.ts';

/*
 * Every case in every kind of process, each once with the instrumentation and once without. A cell is right when the
 * records equal the provider's books and the application saw the same as without us.
 */
const NODES = ['22', '24', '26'];
const MODULES = ['ESM', 'CJS'] as const;

const only = process.argv.find((argument) => argument.startsWith('--nodes='))?.slice('--nodes='.length);
const cases = await loadCases();
const head: string[] = [];
const wrong: string[] = [];
const booksRow: string[] = [];
const cells = new Map<Case, string[]>(cases.map((asked) => [asked, []]));

const stack = await Stack.start();
try {
  for (const version of only?.split(',') ?? NODES) {
    const node = await nodeBinary(version);
    for (const modules of MODULES) {
      const began = performance.now();
      const plain = await runColumn({ node, modules, isTapped: false, ledger: undefined }, cases);
      const before = { requests: await stack.bookedRequests(), nanoUsd: await stack.bookedNanoUsd() };
      const tapped = await runColumn({ node, modules, isTapped: true, ledger: stack.intake }, cases);
      const title = `${modules} ${version}`;
      head.push(title);
      for (const asked of cases) {
        const problems = compare(plain.outcomes.get(asked.name), tapped.outcomes.get(asked.name));
        cells.get(asked)?.push(problems.length === 0 ? '✓' : '✗');
        wrong.push(...problems.map((problem) => `- ${title}, ${asked.group}, ${asked.name}: ${problem}`));
      }
      const requests = await until(
        async () => (await stack.bookedRequests()) - before.requests,
        (count) => count >= tapped.records,
        10
      );
      const nanoUsd = (await stack.bookedNanoUsd()) - before.nanoUsd;
      const isBooked = requests === tapped.records && nanoUsd === tapped.nanoUsd;
      booksRow.push(isBooked ? '✓' : '✗');
      if (!isBooked) {
        wrong.push(
          `- ${title}: the ledger booked ${requests} calls, ${nanoUsd} nano-USD, not ${tapped.records}, ${tapped.nanoUsd}`
        );
      }
      console.log(`${title}: ${cases.length} cases in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }
  }
} finally {
  await stack.end();
}

const rows = cases.map((asked) => [asked.group, asked.name, rightAnswer(asked), ...(cells.get(asked) ?? [])]);
rows.push(['All of them', 'the ledger’s books', 'calls and nano-USD equal', ...booksRow]);
const verdict =
  wrong.length === 0
    ? `${rows.length} rows × ${head.length} kinds of process = ${rows.length * head.length} cells: every one is right.`
    : `**Wrong:**\n\n${wrong.join('\n')}`;
await publish(
  'instrumentation/library/docs/correctness.md',
  'Correctness of the capture',
  'correctness',
  `Real \`openai\` and \`@anthropic-ai/sdk\` clients against simulated providers that keep books of their own. A cell is right when
there is exactly one record for each attempt that the provider booked; tokens, model, tier, status, attempt and tenant
equal the books; the cost equals an independent decimal oracle (big.js, own rate table) to 10⁻¹²; no span of the SDK's own telemetry
would be priced again; and what the application saw (values, types, bytes, errors) equals a run without the
instrumentation, with no unhandled rejection and no error in a handler of ours. Each row is one file in
\`test/bench/correctness/cases/\`.

${markdownTable(['group', 'case', 'right is', ...head], rows)}

${verdict}`
);
process.exitCode = wrong.length === 0 ? 0 : 1;

function compare(plain: Outcome | undefined, tapped: Outcome | undefined): string[] {
  if (plain === undefined || tapped === undefined) {
    return ['the case was not run'];
  }
  const differs = plain.saw === tapped.saw ? [] : [`the application saw ${difference(tapped.saw, plain.saw)}`];
  return [...tapped.wrong, ...differs];
}

function difference(actual: string, right: string): string {
  const at = [...actual].findIndex((letter, index) => letter !== right[index]);
  const cut = (text: string) => text.slice(Math.max(0, at - 40), at + 80);
  return `…${cut(actual)}… with us, …${cut(right)}… without`;
}

function rightAnswer({ usage = 'exact', exchanges = 1 }: Case): string {
  const known = { exact: 'exact tokens and cost', partial: 'what was known, marked partial' };
  const answer = usage in known ? known[usage as keyof typeof known] : `unknown: ${usage}`;
  return exchanges === 1 ? answer : `${exchanges} records; ${answer}`;
}
