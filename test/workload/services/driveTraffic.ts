import { setTimeout as sleep } from 'node:timers/promises';
import { nextVisit } from './nextVisit.ts';
import type { RunningService } from './runningService.ts';
import type { Visit } from './visit.ts';

const MOST_AT_ONCE = 16;

export interface DriveOptions {
  readonly services: readonly RunningService[];
  /** Provider calls a second, on average. */
  readonly callsPerSecond: number;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/**
 * Visits the services at a bounded rate until `signal` aborts, then waits for the visits under way.
 *
 * @returns how many visits were answered and how many were not
 */
export async function driveTraffic(options: DriveOptions): Promise<{ answered: number; failed: number }> {
  const { services, callsPerSecond, random, signal } = options;
  const counts = { answered: 0, failed: 0 };
  const underWay = new Set<Promise<void>>();
  while (!signal.aborted) {
    const visit = nextVisit(random);
    const service = services.find(
      ({ name, environment }) => name === visit.service && environment === visit.environment
    );
    if (service && underWay.size < MOST_AT_ONCE) {
      const done: Promise<void> = make(service, visit)
        .then((ok) => {
          counts[ok ? 'answered' : 'failed'] += 1;
        })
        .finally(() => underWay.delete(done));
      underWay.add(done);
    }
    // Exponential gaps: visitors do not keep time.
    const gapMs = (-Math.log(1 - random()) * 1000 * visit.calls) / callsPerSecond;
    await sleep(Math.min(gapMs, 30_000), undefined, { signal }).catch(() => undefined);
  }
  await Promise.all(underWay);
  return counts;
}

async function make(service: RunningService, visit: Visit): Promise<boolean> {
  try {
    const response = await fetch(service.url + visit.path, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'x-tenant': visit.tenant },
        ...(visit.user !== undefined && { 'x-user': visit.user }),
      },
      body: JSON.stringify(visit.body),
      signal: AbortSignal.timeout(visit.patienceMs ?? 30_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return visit.patienceMs !== undefined;
  }
}
