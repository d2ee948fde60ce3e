import { z } from 'zod';

export interface PrometheusSample {
  readonly labels: Readonly<Record<string, string>>;
  /** As it was written: `1.5`, `1e+06`, `NaN`. */
  readonly value: string;
}

/** Answers as of a moment, seconds since the epoch. @throws Error with what Prometheus said */
export type AskPrometheus = (promql: string, atSeconds: number) => Promise<readonly PrometheusSample[]>;

const TIMEOUT_MS = 60_000;
const value = z.tuple([z.number(), z.string()]);
const answer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('success'),
    data: z.discriminatedUnion('resultType', [
      z.object({
        resultType: z.literal('vector'),
        result: z.array(z.object({ metric: z.record(z.string(), z.string()), value })),
      }),
      z.object({ resultType: z.literal('scalar'), result: value }),
    ]),
  }),
  z.object({ status: z.literal('error'), error: z.string() }),
]);

/**
 * @param token shown as a bearer token, where one is needed
 * @param stopped ends what is being asked
 */
export function createAskPrometheus(baseUrl: string, token: string | undefined, stopped: AbortSignal): AskPrometheus {
  const url = `${baseUrl.replace(/\/+$/, '')}/api/v1/query`;
  return async (promql, atSeconds) => {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ query: promql, time: String(atSeconds) }),
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const text = await response.text();
    const parsed = answer.safeParse(parseJson(text));
    if (!parsed.success) {
      throw new Error(`${url} answered ${response.status}, and no result of an instant query: is it a Prometheus?`);
    }
    if (parsed.data.status === 'error') {
      throw new Error(parsed.data.error);
    }
    const { data } = parsed.data;
    return data.resultType === 'scalar'
      ? [{ labels: {}, value: data.result[1] }]
      : data.result.map(({ metric, value: [, sample] }) => ({ labels: metric, value: sample }));
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
