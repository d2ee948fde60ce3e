import type { Call } from './call.ts';

const KEY = /^([0-9a-f]{32})\.([0-9a-f]{16})\.(.{1,40})$/;

/** One call, as the URL holds it. */
export const writeCallKey = ({ traceId, spanId, time }: Pick<Call, 'traceId' | 'spanId' | 'time'>): string =>
  `${traceId}.${spanId}.${time}`;

/** The parameters of `/call`; undefined: not a call. */
export function readCallKey(text: string): { trace: string; span: string; time: string } | undefined {
  const [, trace, span, time] = KEY.exec(text) ?? [];
  return trace !== undefined && span !== undefined && time !== undefined ? { trace, span, time } : undefined;
}
