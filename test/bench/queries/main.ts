import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';
import { appQuestions } from './appQuestions.ts';
import type { BooksSize } from './seedBooks.ts';
import { EXPORTED_DAYS, serveBooks } from './serveBooks.ts';
import { timeQuestion } from './timeQuestion.ts';

/*
 * How fast every query of the app is on a real Prometheus whose history came by `ledger export`, with 10,000 tenants and
 * 90 and 400 days, while a ledger runs on the same books and is scraped.
 */
const SIZES: readonly BooksSize[] = process.argv.includes('--quick')
  ? [{ days: 90, tenants: 1_000 }]
  : [
      { days: 90, tenants: 10_000 },
      { days: 400, tenants: 10_000 },
    ];
async function measure(size: BooksSize): Promise<string> {
  const { days, tenants } = size;
  const books = await serveBooks(size);
  try {
    const rows: string[][] = [];
    const slowest = { app: 0, dearest: 0 };
    for (const question of await appQuestions(days)) {
      const times = await timeQuestion(books.prometheus, question, { dayEnd: books.dayEnd, days });
      rows.push([
        question.name,
        String(times.series),
        ...[times.first, times.p50, times.p95].map((ms) => ms.toFixed(0)),
      ]);
      const kind = question.name === `dearest tenants, ${days} days` ? 'dearest' : 'app';
      slowest[kind] = Math.max(slowest[kind], times.p95);
      console.log(rows.at(-1)?.join('  '));
    }
    const seconds = (ms: number) => (ms / 1_000).toFixed(0);
    return `## ${days} days, ${tenants.toLocaleString('en')} tenants

Export ${seconds(books.exportMs)} s, \`promtool tsdb create-blocks-from\` ${seconds(books.blocksMs)} s, ${EXPORTED_DAYS} days at a time.
Slowest p95: ${slowest.app.toFixed(0)} ms (goal: under ${days > 90 ? 500 : 300}), the dearest tenants of all ${days} days ${slowest.dearest.toFixed(0)} ms (under 1,500).

${markdownTable(['query', 'series', 'first, ms', 'p50, ms', 'p95, ms'], rows)}`;
  } finally {
    await books.end();
  }
}

const sections: string[] = [];
for (const size of SIZES) {
  sections.push(await measure(size));
}
await publish(
  'instrumentation/ledger/docs/queries.md',
  'Queries on a long history',
  'queries',
  `Every query of the app (\`grafana-plugin/src/queries\`) and the ones by tenant of [metrics.md](metrics.md), over HTTP against
the real Prometheus, one after the other, 20 times each (fewer where one takes seconds), while a ledger with the same books
is scraped. Books: 40 features, 480 sets of labels, every tenant on every day. "First" is the first time the query is asked.
Answers without a series ask for what these books do not have (calls of a day that is open).

${sections.join('\n\n')}`
);
