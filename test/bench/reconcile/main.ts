import { seeded, type Seeded } from '../forecast/seeded.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';
import { judge } from './judge.ts';
import { PLANTS, type Plant, type Planted } from './plants.ts';
import { simulateMonth, type Month } from './simulateMonth.ts';

/*
 * Discrepancies of known cause and size, planted in simulated bills, and what the reconciliation makes of them.
 */
const REPEATS = process.argv.includes('--quick') ? 10 : 100;
const PAIRS = 5 * REPEATS;
/** Least share of months whose whole difference goes under the planted name. */
const GOAL = 0.95;

const sizeOf = ({ estimates, lines }: Month) =>
  lines.reduce((sum, line) => sum + line.billedNanoUsd, 0n) -
  estimates.reduce((sum, cell) => sum + cell.costNanoUsd, 0n);
const percent = (part: number) => (100 * part).toFixed(0);
const missed: string[] = [];

const rows = PLANTS.map((plant, index) => {
  const found = { exact: 0, named: 0 };
  const others = new Map<string, number>();
  const sizes: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const random = seeded(50_000_000 + 7919 * (index * REPEATS + repeat));
    const planted = plant.plant(simulateMonth(random), random);
    const size = sizeOf(planted);
    const judged = judge(planted);
    sizes.push(Math.abs(Number(size)) / 1e9);
    found.exact += Number(judged.isExact && [...judged.found.values()].reduce((sum, one) => sum + one, 0n) === size);
    const isNamed = judged.found.get(plant.cause) === size;
    found.named += Number(isNamed);
    for (const cause of [...judged.found.keys()].filter((name) => name !== plant.cause)) {
      others.set(cause, (others.get(cause) ?? 0) + 1);
    }
  }
  const [exact, named] = [found.exact / REPEATS, found.named / REPEATS];
  if (exact < 1 || named < GOAL) {
    missed.push(`${plant.what}: ${percent(exact)} % exact, ${percent(named)} % named`);
  }
  const median = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
  const mistaken = [...others].map(([cause, times]) => `${cause} in ${percent(times / REPEATS)} %`).join(', ');
  return [plant.what, plant.cause, `$${median.toFixed(2)}`, percent(exact), percent(named), mistaken || '–'];
});

/** Two discrepancies in one month, each in an account of its own. */
function pair(random: Seeded): { readonly planted: Planted; readonly causes: ReadonlyMap<string, bigint> } {
  const local = PLANTS.filter(({ isEverywhere }) => !isEverywhere);
  const draw = () => local[Math.floor(random.between(0, local.length))] as Plant;
  const month = simulateMonth(random);
  const halves = ['main', 'search'].map((account) => {
    const { cause, plant } = draw();
    const half: Month = {
      estimates: month.estimates.filter((cell) => cell.account === account),
      lines: month.lines.filter((line) => line.account === account),
    };
    const planted = plant(half, random);
    return { cause, planted, size: sizeOf(planted) };
  });
  const causes = new Map<string, bigint>();
  for (const { cause, size } of halves) {
    causes.set(cause, (causes.get(cause) ?? 0n) + size);
  }
  return {
    causes,
    planted: {
      estimates: halves.flatMap(({ planted }) => planted.estimates),
      lines: halves.flatMap(({ planted }) => planted.lines),
      unknownCalls: new Map(halves.flatMap(({ planted }) => [...(planted.unknownCalls ?? [])])),
    },
  };
}

const pairs = { exact: 0, both: 0 };
for (let repeat = 0; repeat < PAIRS; repeat += 1) {
  const { planted, causes } = pair(seeded(60_000_000 + 7919 * repeat));
  const { isExact, found } = judge(planted);
  pairs.exact += Number(isExact);
  pairs.both += Number([...causes].every(([cause, size]) => (found.get(cause) ?? 0n) === size));
}
if (pairs.exact < PAIRS) {
  missed.push(`pairs: ${percent(pairs.exact / PAIRS)} % exact`);
}

const outcome =
  missed.length === 0 ? 'All goals met.' : `Goals missed:\n\n${missed.map((one) => `- ${one}`).join('\n')}`;
const head = ['planted', 'cause', 'median size', 'exact %', 'named %', 'also said'];
await publish(
  'instrumentation/ledger/docs/reconciliation.md',
  'How well the reconciliation names what a bill has that the books have not',
  'reconcile',
  `Simulated months of two accounts, two models and seven components, on which bill and books agree to the nano-USD, with one
discrepancy planted in each: ${REPEATS} months a row. **Exact**: estimate and steps add up to the bill, and the parts to the
planted size, to the nano-USD. **Named**: all of it stands under the planted cause, nothing of it elsewhere.
How bills come in: [bills.md](bills.md).

Goals: exact in every month, named in at least ${percent(GOAL)} %.

${outcome}

## One discrepancy

${markdownTable(head, rows)}

## Two at once

Two discrepancies drawn at random, each in an account of its own, ${PAIRS} months: exact in ${percent(pairs.exact / PAIRS)} %, both named and
sized to the nano-USD in ${percent(pairs.both / PAIRS)} %.`
);
process.exitCode = missed.length === 0 ? 0 : 1;
