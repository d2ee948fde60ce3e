import { crashCampaign, SENDERS } from '../../pipeline/crashCampaign.ts';
import { markdownTable } from '../report/markdownTable.ts';
import { publish } from '../report/publish.ts';

/* The crash matrix at length. The real clients' campaign is `kills`. */
const option = (name: string, fallback: number) => {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given === undefined ? fallback : Number(given.split('=')[1]);
};
const KILLS = option('kills', process.argv.includes('--quick') ? 5 : 200);
const SEED = option('seed', 20_261_128);
/** Ends earlier when so many minutes are over; the report says how many kills it came to. */
const MINUTES = option('minutes', Infinity);

const ends = performance.now() + MINUTES * 60_000;
const { faults, ...of } = await crashCampaign(
  SEED,
  (kills) => kills >= KILLS || performance.now() >= ends,
  console.log
);
const isBooked = of.bookedNanoUsd === of.expectedNanoUsd;
const isRight =
  isBooked &&
  faults.lost + faults.doubled + faults.garbage + faults.falls + faults.answers.length === 0 &&
  faults.differences === undefined &&
  faults.damage === undefined;
const figure = (value: number) => value.toLocaleString('en');
const wrong = faults.answers.length > 0 ? `\n**Wrong:** ${faults.answers.join('; ')}\n` : '';
await publish(
  'instrumentation/ledger/docs/crash.md',
  'The crash matrix',
  'crash',
  `The ledger is sent SIGKILL again and again at random moments, a third of them while days are being closed. ${SENDERS} senders go
on meanwhile and send again what was not acknowledged; of ten batches three are resends, two of those mixed from several
others and shuffled. Half of the calls have clocks up to two days slow, so that they meet open, closing and closed days;
one batch in ten is of a clock up to two days ahead and has to be refused. Seed ${SEED}: \`--seed=N\`, \`--kills=N\` for
others; \`npm test\` has 20 kills of another seed each time.

${markdownTable(
  ['figure', 'value'],
  [
    ['SIGKILLs', figure(of.kills)],
    ['batches acknowledged', figure(of.batches)],
    ['spans in them', figure(of.spans)],
    ['requests broken by a kill, sent again', figure(of.broken)],
    ['closes asked for and answered', figure(of.closes)],
    ['calls acknowledged, each counted once', figure(of.acknowledged)],
    ['acknowledged and lost', figure(faults.lost)],
    ['doubled', figure(faults.doubled)],
    ['spans ahead of the clock, refused', figure(of.refused)],
    ['of those in the books', figure(faults.garbage)],
    ['calls booked as adjustments of a closed day', figure(of.adjusted)],
    ['books, nano-USD', String(of.bookedNanoUsd)],
    ['calls × price, nano-USD', String(of.expectedNanoUsd)],
    ['times a live counter fell or was ahead of the books', figure(faults.falls)],
    ['`ledger verify`', faults.differences === undefined ? 'every sum equals its calls' : 'WRONG'],
    ['integrity check', faults.damage ?? 'ok'],
    ['start after a kill until healthy, mean ms', of.restartMs.toFixed(0)],
  ]
)}
${wrong}${faults.differences === undefined ? '' : `\n${faults.differences}\n`}`
);
process.exitCode = isRight ? 0 : 1;
