import type { BackendSrv, BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import { type Observable, from, lastValueFrom } from 'rxjs';

async function request<T>(options: BackendSrvRequest): Promise<FetchResponse<T>> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(options.params ?? {})) {
    [value].flat().forEach((one) => one != null && params.append(name, String(one)));
  }
  const query = params.size > 0 ? `?${params.toString()}` : '';
  const url = `${options.url.replace(/^(?!\/)/, '/')}${query}`;
  const response = await fetch(url, {
    method: options.method ?? 'GET',
    headers: { 'content-type': 'application/json', ...options.headers },
    signal: options.abortSignal ?? null,
    ...(options.data !== undefined && { body: JSON.stringify(options.data) }),
  });
  const text = await response.text();
  const { status, statusText, ok, headers, redirected, type } = response;
  const isJson = headers.get('content-type')?.includes('json');
  const data = (isJson ? JSON.parse(text) : text) as T;
  const answer = { data, status, statusText, ok, headers, redirected, type, url, config: options } as FetchResponse<T>;
  if (!ok) {
    // Grafana's own rejects with the answer, which is not an Error.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw answer;
  }
  return answer;
}

const fetchFrom = <T>(options: BackendSrvRequest): Observable<FetchResponse<T>> => from(request<T>(options));
const send = (method: string) => async (url: string, data?: unknown, options?: Partial<BackendSrvRequest>) =>
  (
    await lastValueFrom(
      fetchFrom({ method, url, ...(method === 'GET' ? { params: data as object } : { data }), ...options })
    )
  ).data;

/** Grafana's way to its server. */
export const backendSrv = {
  fetch: fetchFrom,
  get: send('GET'),
  post: send('POST'),
  put: send('PUT'),
  patch: send('PATCH'),
  delete: send('DELETE'),
} as unknown as BackendSrv;
