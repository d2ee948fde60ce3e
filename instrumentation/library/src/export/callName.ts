import type { CapturedCall } from '../capture/index.ts';

/** The span name of the semantic conventions: operation and requested model. */
export function callName({ operation, requestModel, responseModel }: CapturedCall): string {
  const model = requestModel ?? responseModel;
  return model === undefined ? operation : `${operation} ${model}`;
}
