import type { BackendSrv, BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import { type Observable, from, lastValueFrom } from 'rxjs';

async function request<T>(config: BackendSrvRequest): Promise<FetchResponse<T>> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(config.params ?? {})) {
    [value ?? []].flat().forEach((one) => params.append(name, String(one)));
  }
  const url = `${config.url.replace(/^(?!\/)/, '/')}${params.size > 0 ? `?${params.toString()}` : ''}`;
  const response = await fetch(url, {
    method: config.method ?? 'GET',
    headers: { 'content-type': 'application/json', ...config.headers },
    signal: config.abortSignal ?? null,
    body: config.data === undefined ? null : JSON.stringify(config.data),
  });
  const isJson = response.headers.get('content-type')?.includes('json');
  const data = (isJson ? await response.json() : await response.text()) as T;
  const { status, statusText, ok, headers, redirected, type } = response;
  const answer = { data, status, statusText, ok, headers, redirected, type, url, config } as FetchResponse<T>;
  // Grafana's own rejects with the answer, which is not an Error.
  return ok ? answer : Promise.reject(answer as unknown as Error);
}

const fetchFrom = <T>(config: BackendSrvRequest): Observable<FetchResponse<T>> => from(request<T>(config));
const send = (method: string) => async (url: string, data?: object, options?: Partial<BackendSrvRequest>) => {
  const content = method === 'GET' ? { params: data } : { data };
  return (await lastValueFrom(fetchFrom({ method, url, ...(data && content), ...options }))).data;
};

/** Grafana's way to its server. */
export const backendSrv = {
  fetch: fetchFrom,
  ...{ get: send('GET'), post: send('POST'), put: send('PUT'), patch: send('PATCH'), delete: send('DELETE') },
} as unknown as BackendSrv;
