import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { callsOfDay } from './callsOfDay.ts';
import { expectedTotals } from './expectedTotals.ts';
import { historicCalls } from './historicCalls.ts';
import { historicItems } from './historicItems.ts';
import { HistoryEncoder } from './historyEncoder.ts';
import { priceOverlayJson } from './priceOverlayJson.ts';
import { readAnchor } from './readAnchor.ts';
import { STORY } from './story.ts';
import { utcDay, type UtcDay } from './utcDay.ts';
import { workOfDay } from './workOfDay.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-23T12:00:00Z');
const anchor = utcDay(NOW);
const storyDay = (offset: number): UtcDay => utcDay(anchor.startMs + offset * DAY_MS);
const totals = expectedTotals({ anchor, from: storyDay(-119), toMs: NOW, seed: '1' });

/** Dollars of a feature (or of everything) on a day of the story. */
function usd(offset: number, feature?: string): number {
  const day = storyDay(offset).name;
  const amount = feature === undefined ? totals.byDay.get(day) : totals.byDayFeature.get(`${day} ${feature}`);
  return Number(amount ?? 0n) / 1e9;
}

/** Mean over whole weeks, so that weekdays weigh the same. */
function mean(from: number, weeks: number, of: (offset: number) => number): number {
  return Array.from({ length: 7 * weeks }, (_, i) => of(from + i)).reduce((sum, value) => sum + value, 0) / (7 * weeks);
}

function perCall(offset: number, feature: string): number {
  const calls = callsOfDay(storyDay(offset), anchor, '1').filter(({ call }) => call.attribution.feature === feature);
  return usd(offset, feature) / calls.length;
}

test('a day is the same whatever is generated around it, and another with another seed', () => {
  const encode = (offset: number, seed: string): Buffer =>
    new HistoryEncoder().encode(callsOfDay(storyDay(offset), anchor, seed));
  const week = [...historicCalls({ anchor, from: storyDay(-7), toMs: storyDay(-1).endMs - 1, seed: '1' })];
  assert.equal(week.length, 7);
  assert.ok(encode(-3, '1').equals(new HistoryEncoder().encode(week[4] ?? [])));
  assert.ok(!encode(-3, '1').equals(encode(-3, '2')));
});

test('every call of the history has ids of its own, lies within its day and had ended by now', () => {
  const ids = new Set<string>();
  let calls = 0;
  for (const day of historicCalls({ anchor, from: storyDay(-20), toMs: NOW, seed: '1' })) {
    for (const { call, ids: own } of day) {
      calls += 1;
      ids.add(own.traceId + own.spanId);
      assert.ok(call.endMs <= NOW);
      assert.equal(utcDay(call.startMs), utcDay(call.endMs));
    }
  }
  assert.equal(ids.size, calls);
});

test('the size is that of a company worth looking at: 300,000 to 400,000 calls, $1,000 to $1,500 a working day', () => {
  assert.ok(totals.calls > 300_000 && totals.calls < 400_000, String(totals.calls));
  const workingDays = [-13, -12, -11, -10].map((offset) => usd(offset));
  for (const day of workingDays) {
    assert.ok(day > 1000 && day < 1500, String(day));
  }
});

test('it grows, and weekends are quiet', () => {
  assert.ok(mean(-28, 2, (offset) => usd(offset, 'summaries')) > 1.3 * mean(-119, 2, (o) => usd(o, 'summaries')));
  // The story ends on a Monday: 16 days before is a Saturday, 13 a Tuesday.
  assert.ok(usd(-16) < 0.75 * usd(-13) && usd(-15) < 0.75 * usd(-13));
  assert.ok(usd(-7, 'digest') > 5 * usd(-8, 'digest'), 'the digest is written on Mondays');
});

test('code review is launched in the course of the story', () => {
  assert.equal(usd(STORY.launch - 1, 'code-review'), 0);
  assert.ok(usd(STORY.launch, 'code-review') > 0);
  assert.ok(usd(STORY.launch + 20, 'code-review') > 3 * usd(STORY.launch, 'code-review'));
});

test('the contract makes the same OpenAI calls 8 % cheaper from its first day on', () => {
  const before = mean(STORY.contract - 14, 2, (offset) => perCall(offset, 'search'));
  const after = mean(STORY.contract, 2, (offset) => perCall(offset, 'search'));
  assert.ok(Math.abs(after / before - 0.92) < 0.025, `${after / before}`);
});

test('caching takes about 30 % off a search, at once', () => {
  const before = mean(STORY.caching - 14, 2, (offset) => perCall(offset, 'search'));
  const after = mean(STORY.caching, 2, (offset) => perCall(offset, 'search'));
  assert.ok(after / before > 0.64 && after / before < 0.74, `${after / before}`);
});

test('routing makes tagging cheap, over five days', () => {
  const before = mean(STORY.routing - 7, 1, (offset) => perCall(offset, 'tagging'));
  const after = mean(STORY.routing + STORY.routingDays, 1, (offset) => perCall(offset, 'tagging'));
  assert.ok(after < 0.2 * before, `${after / before}`);
});

test('the retry storm costs two days of the assistant dearly, in aborted attempts that are billed', () => {
  const storm = (usd(STORY.stormFirst, 'assistant') + usd(STORY.stormLast, 'assistant')) / 2;
  const usual = (usd(STORY.stormFirst - 7, 'assistant') + usd(STORY.stormLast - 7, 'assistant')) / 2;
  assert.ok(storm > 1.5 * usual, `${storm} against ${usual}`);
  const retried = callsOfDay(storyDay(STORY.stormFirst), anchor, '1').filter(({ call }) => call.attempt > 1);
  assert.ok(retried.length > 300);
});

test('2 to 3 % of the money is unallocated, a few calls have no price, a few no usage', () => {
  let unallocated = 0n;
  for (const [key, amount] of totals.byDayFeature) {
    unallocated += key.endsWith(' unallocated') ? amount : 0n;
  }
  const share = Number(unallocated) / Number(totals.nanoUsd);
  assert.ok(share > 0.02 && share < 0.03, String(share));
  assert.ok(totals.unpriced > 100 && totals.unpriced < 0.01 * totals.calls);
  assert.ok(totals.usageUnknown > 10 && totals.usageUnknown < 0.001 * totals.calls);
});

test('thirty tenants, unequal; a little staging', () => {
  const calls = [...historicCalls({ anchor, from: storyDay(-6), toMs: NOW, seed: '1' })].flat();
  const byTenant = new Map<string, number>();
  for (const { call } of calls) {
    byTenant.set(call.attribution.tenant, (byTenant.get(call.attribution.tenant) ?? 0) + 1);
  }
  byTenant.delete('unallocated');
  assert.equal(byTenant.size, 30);
  assert.ok(Math.max(...byTenant.values()) > 20 * Math.min(...byTenant.values()));
  const staging = calls.filter(({ environment }) => environment === 'staging').length / calls.length;
  assert.ok(staging > 0.005 && staging < 0.03, String(staging));
});

test('the prices file says where its story ends, so that a restart goes on with it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-finops-prices-'));
  const file = join(folder, 'prices.json');
  writeFileSync(file, JSON.stringify(priceOverlayJson(anchor)));
  assert.equal(readAnchor(file), anchor);
  writeFileSync(file, '{"contracts":[]}');
  assert.throws(() => readAnchor(file), /not a price overlay written by the history/);
  rmSync(folder, { recursive: true });
});

/** Mean score of a feature over some Mondays from a day of the story on. */
function meanScore(feature: string, from: number, weeks: number): number {
  const scores = Array.from({ length: weeks }, (_, week) => storyDay(from + 7 * week)).flatMap((day) =>
    workOfDay(callsOfDay(day, anchor, '1'), day, anchor, '1', NOW)
      .filter(({ work }) => work.texts.some(([, text]) => text === feature))
      .flatMap(({ work }) => work.scores.map(([, score]) => score))
  );
  assert.ok(scores.length > 20 * weeks, `${feature}: ${scores.length} scores`);
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

test('since it moved to batches the digest is below its bar of 0.80, and only the digest', () => {
  // The story's last day is a Monday, on which digests are written: -56 is the last one before, -49 the first after.
  assert.ok(STORY.digestBatch > -56 && STORY.digestBatch <= -49);
  assert.ok(meanScore('digest', -77, 4) > 0.83);
  assert.ok(meanScore('digest', -49, 4) < 0.77);
  assert.ok(meanScore('summaries', -49, 4) > 0.81);
});

test('work adds up to the requests that ended well, is the same every time, and was done by now', () => {
  const period = { anchor, from: storyDay(-7), toMs: NOW, seed: '1' };
  const days = [...historicItems(period)];
  assert.deepEqual(days[3], [...historicItems({ ...period, from: storyDay(-4) })][0]);
  const ids = new Set<string>();
  for (const items of days) {
    for (const item of items) {
      const { traceId, spanId } = 'call' in item ? item.ids : item.work.ids;
      assert.ok(!ids.has(traceId + spanId));
      ids.add(traceId + spanId);
      assert.ok('call' in item || item.work.atMs <= NOW);
    }
  }
  const day = days[2] ?? [];
  const traces = new Map(day.flatMap((item) => ('call' in item ? [[item.ids.traceId, item]] : [])));
  const answered = [...traces.values()].filter(
    ({ call, environment }) =>
      call.attribution.feature === 'assistant' && call.status === 'ok' && environment === 'production'
  );
  const units = day.flatMap((item) =>
    'work' in item && item.work.texts.some(([, text]) => text === 'conversation') ? item.work.counts : []
  );
  assert.equal(
    units.reduce((sum, [, count]) => sum + count, 0),
    answered.length
  );
});

test('answers of the digest since then name their batch, which took two to eight hours', () => {
  const digests = (offset: number) =>
    callsOfDay(storyDay(offset), anchor, '1').flatMap(({ call }) =>
      call.attribution.feature === 'digest' && call.status === 'ok' ? [call] : []
    );
  const since = digests(-49);
  assert.ok(since.length > 20);
  const batches = new Set(since.map(({ batch }) => JSON.stringify(batch)));
  assert.ok(batches.size > 1 && batches.size < since.length / 2, `${batches.size} batches`);
  for (const { batch, startMs, serviceTier } of since) {
    const hours = ((batch?.finishedMs ?? 0) - (batch?.submittedMs ?? 0)) / 3_600_000;
    assert.ok(hours >= 2 && hours <= 8, String(hours));
    assert.ok((batch?.submittedMs ?? 0) < startMs && startMs < (batch?.finishedMs ?? 0));
    assert.equal(serviceTier, 'batch');
  }
  assert.ok(digests(-56).every(({ batch }) => batch === undefined));
});
