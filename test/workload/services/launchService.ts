import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { RunningService } from './runningService.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

export interface Launch {
  /** The folder with the service's main.ts. */
  readonly folder: string;
  readonly environment: 'production' | 'staging';
  readonly openaiUrl: string;
  readonly anthropicUrl: string;
  /** Where records go. */
  readonly endpoint: string;
}

/**
 * Starts a demo service in a process of its own, instrumented by the one import.
 *
 * @throws Error where it ends before it listens
 */
export async function launchService(launch: Launch): Promise<RunningService> {
  const { folder, environment, openaiUrl, anthropicUrl, endpoint } = launch;
  const name = `${folder}-api`;
  const child = fork(join(import.meta.dirname, folder, 'main.ts'), {
    cwd: ROOT,
    execArgv: [...process.execArgv, '--import', '@ai-finops/instrumentation/register'],
    env: {
      ...process.env,
      PORT: '0',
      OPENAI_BASE_URL: openaiUrl,
      OPENAI_API_KEY: `sk-simulated-${environment}-openai`,
      ANTHROPIC_BASE_URL: anthropicUrl,
      ANTHROPIC_API_KEY: `sk-simulated-${environment}-anthropic`,
      AI_FINOPS_ENDPOINT: endpoint,
      AI_FINOPS_PROVIDERS: `${endpointOf(openaiUrl)}=openai,${endpointOf(anthropicUrl)}=anthropic`,
      AI_FINOPS_USERS: 'hash',
      OTEL_SERVICE_NAME: name,
      OTEL_RESOURCE_ATTRIBUTES: `deployment.environment.name=${environment}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? endpoint,
    },
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${String(code)} before it was listening`);
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }];
  // From here on its end is the supervisor's business, not a failure to start.
  ended.catch(() => undefined);
  return { name, environment, url: `http://127.0.0.1:${message.port}`, process: child };
}

/** `http://127.0.0.1:4010/openai/v1` → `127.0.0.1:4010/openai`: what AI_FINOPS_PROVIDERS takes. */
function endpointOf(baseUrl: string): string {
  const { host, pathname } = new URL(baseUrl);
  return host + pathname.replace(/\/v1$/, '');
}
