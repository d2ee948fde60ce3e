/*
 * In the docker stack, between ledger and Prometheus: the demo's history, what its people recorded, and its closed days
 * as Prometheus' blocks.
 */
import { backfill } from '../embedded/backfill.mjs';
import { recordStory, seed } from '../embedded/seed.mjs';
import { readSettings } from '../embedded/settings.mjs';

const settings = readSettings();
console.log((await seed(settings)) ?? 'already there');
console.log((await recordStory(settings)) ?? 'no records without history');
console.log(`${await backfill(settings, 'promtool')} closed days written`);
