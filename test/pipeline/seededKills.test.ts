import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crashCampaign } from './crashCampaign.ts';

const KILLS = 20;

test(`${KILLS} kills at random points lose, double and invent nothing`, { timeout: 300_000 }, async () => {
  const seed = Date.now();
  const figures = await crashCampaign(seed, (kills) => kills === KILLS, console.log);
  const { faults, bookedNanoUsd, expectedNanoUsd } = figures;
  const none = { lost: 0, doubled: 0, garbage: 0, falls: 0, answers: [], differences: undefined, damage: undefined };
  assert.deepEqual(faults, none, `seed ${seed}`);
  assert.equal(bookedNanoUsd, expectedNanoUsd, `seed ${seed}`);
  assert.ok(figures.acknowledged > KILLS * 40, 'calls came through');
  assert.ok(figures.broken >= KILLS, 'requests were broken');
  assert.ok(figures.refused > 0, 'clocks ran ahead');
});
