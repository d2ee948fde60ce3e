import assert from 'node:assert/strict';
import type { Finished } from '../pipeline/runService.ts';
import { Bench } from './Bench.ts';
import { recordLines, truthLines } from './bookLines.ts';
import type { NodeMajor } from './nodeBinary.ts';
import { nodeBinary } from './nodeBinary.ts';

interface Front {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface AppCase {
  readonly node: NodeMajor;
  /** The program, from the root of the project. */
  readonly app: string;
  /** Flags of Node that bring the instrumentation; none where the program imports it itself. */
  readonly flags?: readonly string[];
  /** Another origin that leads to the providers, such as a TLS front. */
  readonly front?: (providersUrl: string) => Promise<Front>;
  readonly env?: Readonly<Record<string, string>>;
  /** node:http does not show the request's body: what was asked for is then unknown, what answered is not. */
  readonly isRequestUnread?: boolean;
  /** Exchanges the provider must have booked, so that a case cannot pass by doing nothing. */
  readonly exchanges: number;
}

const withoutUs = new Map<string, Promise<Finished>>();

/** What a program itself may look at: not our settings. */
const otherEnv = (env: AppCase['env'] = {}) => Object.entries(env).filter(([name]) => !name.startsWith('AI_FINOPS_'));

/** The way in that most cases take. */
export const BY_IMPORT = ['--import', '@ai-finops/instrumentation/register'];

/**
 * Runs a program without us, then with us: it must print the same and end the same, and every exchange the provider booked
 * must have one record, with the provider's own counts, and nothing of ours may have gone wrong.
 */
export async function sameWithAndWithout(asked: AppCase): Promise<void> {
  const nodePath = await nodeBinary(asked.node);
  const bench = await Bench.start();
  const front = await asked.front?.(bench.providers.url);
  try {
    const env = { ...bench.environment(front?.url), ...front?.env, ...asked.env };
    const runWithout = async () => {
      const without = await bench.run(asked.app, { nodePath, env: { ...env, WITH: 'no' } });
      assert.equal(without.code, 0, without.err);
      assert.equal(bench.providers.truth().length, asked.exchanges, 'exchanges without us');
      assert.equal(bench.sink.records.size, 0, 'a program without us sends no records');
      bench.providers.clear();
      return without;
    };
    // A program is the same without us, whichever way we come in.
    const alike = front ? undefined : `${asked.node} ${asked.app} ${JSON.stringify(otherEnv(asked.env))}`;
    const ran = (alike && withoutUs.get(alike)) || runWithout();
    if (alike) {
      withoutUs.set(alike, ran);
    }
    const without = await ran;

    const flags = asked.flags ?? [];
    const { code, out, err, health } = await bench.run(asked.app, { nodePath, flags, env: { ...env, WITH: 'yes' } });
    assert.deepEqual({ code, out, err: plain(err) }, { code: 0, out: without.out, err: plain(without.err) });
    const truth = bench.providers
      .truth()
      .map((entry) => (asked.isRequestUnread ? { ...entry, requestModel: '-' } : entry));
    assert.deepEqual(recordLines(bench.sink.records.values(), asked.isRequestUnread), truthLines(truth));
    assert.equal(bench.providers.truth().length, asked.exchanges, 'exchanges with us');
    assert.ok(health.length > 0, 'somebody told of its health');
    for (const { isRunning, recorded, ...of } of health) {
      assert.equal(isRunning, true, 'the instrumentation runs');
      assert.equal(of.handlerErrors, 0, of.lastHandlerError);
      assert.equal(of.pending, 0);
      assert.deepEqual(of.warnings, []);
      assert.deepEqual(of.uncaptured, []);
      assert.ok(recorded !== undefined);
    }
  } finally {
    await front?.close();
    await bench.end();
  }
}

/** Node's own warnings name the process. */
function plain(err: string): string {
  return err.replaceAll(/\(node:\d+\)/g, '(node)');
}
