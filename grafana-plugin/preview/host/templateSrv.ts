import type { TemplateSrv } from '@grafana/runtime';

/** Scenes interpolate their own variables; outside them there are none. */
export const templateSrv = {
  replace: (text?: string) => text ?? '',
  getVariables: () => [],
  containsTemplate: (text?: string) => /\$\w|\$\{/.test(text ?? ''),
  updateTimeRange: () => undefined,
} as unknown as TemplateSrv;
