import {
  type DataFrame,
  type DataQueryRequest,
  type DataSourceApi,
  LoadingState,
  type PanelData,
  toDataFrame,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { type Observable, catchError, from, map, of, startWith } from 'rxjs';

/** Runs a panel's queries and says at each step how far it is. */
export function runRequest(source: DataSourceApi, request: DataQueryRequest): Observable<PanelData> {
  const loading: PanelData = { state: LoadingState.Loading, series: [], request, timeRange: request.range };
  return from(source.query(request)).pipe(
    map(({ data, errors, error = errors?.[0] }): PanelData => {
      const series = data.map((frame: DataFrame) => toDataFrame(frame));
      return { ...loading, state: error ? LoadingState.Error : LoadingState.Done, series, ...(error && { error }) };
    }),
    startWith(loading),
    catchError((error: Error) => of({ ...loading, state: LoadingState.Error, error: toDataQueryError(error) }))
  );
}
