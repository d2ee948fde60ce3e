import { REGISTER } from './runLoad.ts';

export const OWN_SDK = './test/pipeline/apps/ownSdk.mjs';
/** Services by the telemetry they have of their own. */
export const SERVICES: readonly { name: string; imports: string[]; env?: Record<string, string> }[] = [
  { name: 'nothing but the import', imports: [REGISTER] },
  { name: 'no tracer provider at all', imports: [REGISTER], env: { AI_FINOPS_SDK: 'off' } },
  {
    name: '1 % head sampling',
    imports: [OWN_SDK, REGISTER],
    env: { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.01' },
  },
  { name: 'an SDK of its own that starts after the import', imports: [REGISTER, OWN_SDK] },
  { name: 'no context manager', imports: ['./test/pipeline/apps/noContextManager.mjs', REGISTER] },
  { name: 'OpenTelemetry API 1.9 registered first', imports: ['./test/legacy-service/telemetry.mjs', REGISTER] },
];
