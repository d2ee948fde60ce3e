import { runService, type Finished } from './runService.ts';
import type { Stack } from './Stack.ts';

export const REGISTER = '@ai-finops/instrumentation/register';

/** Makes calls with the real SDKs in a process of their own. `imports` is the telemetry set-up of that service. */
export function runLoad(
  stack: Stack,
  load: Readonly<Record<string, string | number>>,
  service: { readonly imports: readonly string[]; readonly env?: Record<string, string> }
): Promise<Finished> {
  const { OPENAI_URL = '', ANTHROPIC_URL = '' } = stack.serviceEnvironment;
  const settings = { openai: OPENAI_URL, anthropic: ANTHROPIC_URL, ...load };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  return runService('test/workload/load/main.ts', [...args, '--attribution'], {
    imports: service.imports,
    env: { ...stack.serviceEnvironment, ...service.env },
  });
}
