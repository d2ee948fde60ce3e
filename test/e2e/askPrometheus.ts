const PROMETHEUS_URL = process.env['PROMETHEUS_URL'] ?? 'http://127.0.0.1:9090';

interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

/** Asks Prometheus itself, past Grafana and the app. Rejects with Prometheus' words. */
export async function askPrometheus(query: string, atMs = Date.now()): Promise<Sample[]> {
  const response = await fetch(`${PROMETHEUS_URL}/api/v1/query`, {
    method: 'POST',
    body: new URLSearchParams({ query, time: String(atMs / 1000) }),
  });
  const { status, error, data } = (await response.json()) as {
    status: string;
    error?: string;
    data: { result: Sample[] };
  };
  if (status !== 'success') {
    throw new Error(`${query}: ${error}`);
  }
  return data.result;
}
