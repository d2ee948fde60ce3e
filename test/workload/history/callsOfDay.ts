import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import type { CapturedCall } from '../../../instrumentation/library/src/capture/index.ts';
import { shortHash } from '../../../instrumentation/library/src/attribution/shortHash.ts';
import { pickTenant } from '../company/pickTenant.ts';
import { pickUser } from '../company/pickUser.ts';
import { modelSnapshot } from '../providers/modelSnapshot.ts';
import { attemptsOf } from './attemptsOf.ts';
import { batchOf } from './batchOf.ts';
import { Draws } from './draws.ts';
import type { HistoricCall } from './historicCall.ts';
import { rhythm } from './rhythm.ts';
import type { Step } from './step.ts';
import type { UtcDay } from './utcDay.ts';
import type { Workflow } from './workflow.ts';
import { workflowsOn } from './workflowsOn.ts';

/** Share of the requests that come from staging. */
const STAGING = 0.015;
/** Use grows by this factor a day: 60 % in 120 days. */
const GROWTH = 1.004;
/** The history has no context to hand on. */
const NO_CONTEXT: CapturedCall['context'] = {
  getValue: () => undefined,
  setValue: () => NO_CONTEXT,
  deleteValue: () => NO_CONTEXT,
};

/**
 * Every call of one day of the story, by start time. The same day, anchor and seed always give the same calls with the
 * same ids, whatever else is generated, so that sending them again changes nothing.
 *
 * @param anchor the last day of the story: its events are counted back from there
 */
export function callsOfDay(day: UtcDay, anchor: UtcDay, seed: string): HistoricCall[] {
  const storyDay = day.index - anchor.index;
  const calls = workflowsOn(storyDay).flatMap((workflow) => {
    const draws = new Draws(`${seed} ${day.name} ${workflow.name}`);
    const factor = rhythm.ofWeekday(workflow.week, day.weekday) * GROWTH ** storyDay * draws.around(1, 0.05);
    const requests = draws.count(workflow.perDay * factor);
    return Array.from({ length: requests }, () => requestCalls(workflow, day, draws)).flat();
  });
  return calls.sort((a, b) => a.call.startMs - b.call.startMs);
}

function requestCalls(workflow: Workflow, day: UtcDay, draws: Draws): HistoricCall[] {
  const traceId = draws.hex(32);
  const environment = draws.next() < STAGING ? 'staging' : 'production';
  const tenant = workflow.hasTenant ? pickTenant(draws.next()) : UNALLOCATED;
  const userHash = userOf(workflow, tenant, traceId);
  let atMs = day.startMs + Math.floor(rhythm.momentOfDay(workflow.hours, draws.next()) * (day.endMs - day.startMs));
  const calls: HistoricCall[] = [];
  for (const step of workflow.steps) {
    const times = step.times === undefined ? 1 : Math.max(1, draws.count(step.times + (draws.next() - 0.5)));
    for (let time = 0; time < times; time++) {
      for (const [i, { durationMs, ...outcome }] of attemptsOf(step, draws).entries()) {
        // A call of the last moments is moved before midnight, so that its day is never in question.
        const startMs = Math.min(atMs, day.endMs - durationMs - 1);
        const call: CapturedCall = {
          ...described(step, environment),
          ...outcome,
          // What was refused or failed has no response to name a model and an id.
          responseModel: outcome.httpStatus === 200 ? modelSnapshot(step.model) : undefined,
          responseId: outcome.httpStatus === 200 ? responseId(step, draws) : undefined,
          attempt: i + 1,
          batch: step.serviceTier === 'batch' && outcome.status === 'ok' ? batchOf(startMs) : undefined,
          startMs,
          endMs: startMs + durationMs,
          attribution: {
            feature: workflow.feature ?? UNALLOCATED,
            team: workflow.team ?? UNALLOCATED,
            tenant,
            requestType: step.requestType,
            task: workflow.isTask ? `${workflow.name}-${traceId.slice(0, 8)}` : undefined,
            requestPath: workflow.requestPath,
            userHash,
          },
          context: NO_CONTEXT,
        };
        const ids = { traceId, spanId: draws.hex(16), parentSpanId: undefined };
        calls.push({ call, ids, service: workflow.service, environment });
        atMs = startMs + durationMs + 50;
      }
    }
  }
  return calls;
}

/** Of whoever asked, as the library hashes people. Drawn from the trace: the other draws stay what they were. */
function userOf({ feature, steps }: Workflow, tenant: string, traceId: string): string | undefined {
  const isAsked = steps.some(({ requestType }) => requestType !== 'background');
  const user = isAsked ? pickUser(feature, tenant, Number.parseInt(traceId.slice(0, 8), 16) / 2 ** 32) : undefined;
  return user === undefined ? undefined : shortHash(user);
}

/** What all calls of a step have in common. */
function described(step: Step, environment: string) {
  return {
    provider: step.provider,
    operation: 'chat',
    requestModel: step.model,
    isStream: step.stream === true,
    serviceTier: step.serviceTier ?? (step.provider === 'anthropic' ? 'standard' : 'default'),
    speed: undefined,
    inferenceGeo: undefined,
    providerCostUsd: undefined,
    account: `${step.provider}-${environment}`,
    serverAddress: step.provider === 'vllm' ? 'rerank.internal' : `api.${step.provider}.com`,
    serverPort: 443,
  };
}

function responseId(step: Step, draws: Draws): string {
  return (step.provider === 'anthropic' ? 'msg_01' : 'chatcmpl-') + draws.hex(24);
}
