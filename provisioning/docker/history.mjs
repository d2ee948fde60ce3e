/* In the docker stack, between ledger and Prometheus: the demo's history, and its closed days as Prometheus' blocks. */
import { backfill } from '../embedded/backfill.mjs';
import { seed } from '../embedded/seed.mjs';
import { readSettings } from '../embedded/settings.mjs';

const settings = readSettings();
console.log((await seed(settings)) ?? 'already there');
console.log(`${await backfill(settings, 'promtool')} closed days written`);
