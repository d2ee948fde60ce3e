import { trace } from '@opentelemetry/api';
import path from 'node:path';
import { root } from '../../../provisioning/embedded/settings.mjs';
import { installPackages } from '../cache/installPackages.ts';
import { clientModules, createClients, type Clients } from './clients.ts';
import { measureBlock, type Block } from './measureBlock.ts';
import type { PeerName } from './peerName.ts';
import { batchingProvider } from './peers/batchingProvider.ts';
import { startOfficial } from './peers/official.ts';
import { OFFICIAL_PACKAGES } from './peers/officialPackages.ts';
import { startOpeninference } from './peers/openinference.ts';
import { startOpenlit } from './peers/openlit.ts';
import { SCENARIOS } from './scenarios.ts';
import { startSwitchableTap } from './switchableTap.ts';

/*
 * inSitu.ts PEER ROUNDS shown|unshown: arms without anything (twice: the second is the control), with us, and with the
 * peer, block by block in one process, the order rotated. Prints one JSON line: scenario -> arm -> blocks.
 */
const PEERS = { official: startOfficial, openlit: startOpenlit, openinference: startOpeninference };
const [peerName = 'official', rounds = '10', shown = 'unshown'] = process.argv.slice(2);
const { BENCH_PROVIDERS: providersUrl = '', BENCH_SINK: sinkUrl = '' } = process.env;

// Loaded before any peer hooks into loading.
const plain = clientModules(path.join(root, 'test'));
if (shown === 'shown') {
  trace.setGlobalTracerProvider(batchingProvider(await installPackages('peer-official', OFFICIAL_PACKAGES), sinkUrl));
}
const clients = createClients(plain, providersUrl);
const tap = await startSwitchableTap(sinkUrl, providersUrl);
const peer = await PEERS[peerName as PeerName](providersUrl, sinkUrl);
tap.pause();

interface Arm {
  readonly name: string;
  readonly clients: Clients;
  readonly isTapped?: boolean;
}
const arms: readonly Arm[] = [
  { name: 'base', clients },
  { name: 'tap', clients, isTapped: true },
  { name: 'control', clients },
  { name: 'peer', clients: peer.clients },
];
const shownProvider = trace.getTracerProvider() as { getDelegate?(): { forceFlush?(): Promise<void> } };
const flush = async () => {
  await tap.instrumentation.flush();
  await shownProvider.getDelegate?.().forceFlush?.();
  await peer.flush();
};

const results: Record<string, Record<string, Block[]>> = {};
const warmUp = 6;
for (const scenario of SCENARIOS) {
  const blocks: Record<string, Block[]> = Object.fromEntries(arms.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < Number(rounds); round += 1) {
    for (let turn = 0; turn < arms.length; turn += 1) {
      const arm = arms[(round + warmUp + turn) % arms.length] as Arm;
      if (arm.isTapped) {
        tap.listen();
      }
      const block = await measureBlock(scenario, arm.clients, arm.isTapped ? tap.settle : undefined);
      if (arm.isTapped) {
        tap.pause();
      }
      if (round >= 0) {
        blocks[arm.name]?.push(block);
      }
      await flush();
    }
    if (round % 40 === 39) {
      await fetch(`${providersUrl}/truth`, { method: 'DELETE' });
    }
  }
  results[scenario.name] = blocks;
}

/** CPU of sending 400 records that wait, per record; below the batch size, so nothing was sent before. */
const flushes: Record<string, number[]> = { tap: [], peer: [] };
const [chat] = SCENARIOS;
for (let round = 0; chat && round < 5; round += 1) {
  for (const arm of arms.filter(({ name }) => name in flushes)) {
    if (arm.isTapped) {
      tap.listen();
    }
    await measureBlock({ ...chat, calls: 400, concurrency: 16 }, arm.clients, arm.isTapped ? tap.settle : undefined);
    if (arm.isTapped) {
      tap.pause();
    }
    const began = process.cpuUsage();
    await (arm.isTapped ? tap.instrumentation.flush() : peer.flush());
    const { user, system } = process.cpuUsage(began);
    flushes[arm.name]?.push((user + system) / 400);
    await flush();
  }
}
const { handlerErrors } = tap.instrumentation.health();
process.stdout.write(`${JSON.stringify({ blocks: results, flushes, handlerErrors })}\n`);
process.exit(0);
