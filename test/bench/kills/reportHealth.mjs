/** Loaded into a service: at its end it appends what became of its records to the file BENCH_HEALTH names. */
import { instrument } from '@ai-finops/instrumentation';
import { appendFileSync } from 'node:fs';

const instrumentation = instrument();
process.on('exit', () => {
  const { recorded, delivered, lostAtExit, droppedQueueFull, droppedRefused, rejected } = instrumentation.health();
  const dropped = droppedQueueFull + droppedRefused + rejected;
  appendFileSync(
    process.env.BENCH_HEALTH,
    `${JSON.stringify({ recorded, delivered, held: recorded - delivered - dropped, lostAtExit, dropped })}\n`
  );
});
