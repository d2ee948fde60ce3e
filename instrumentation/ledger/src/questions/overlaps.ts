import { OPTIMIZATION_SCOPE, type OptimizationScope } from './optimization.ts';

/** Whether events of the one scope may touch calls of the other: no label says otherwise. */
export function overlaps(one: OptimizationScope, other: OptimizationScope): boolean {
  return OPTIMIZATION_SCOPE.every(
    (name) => one[name] === undefined || other[name] === undefined || one[name] === other[name]
  );
}
