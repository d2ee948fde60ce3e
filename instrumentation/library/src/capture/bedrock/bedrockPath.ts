import { decodedPath } from '../wire/decodedPath.ts';
import type { PathFacts } from '../wire/pathFacts.ts';
import { bedrockModel } from './bedrockModel.ts';

/** What `/model/{id or ARN}/{operation}` says; an ARN also names the AWS account. `path` without the query. */
export function bedrockPath(path: string): PathFacts {
  const id = /\/model\/(.{1,512})\/[\w-]+$/.exec(decodedPath(path))?.[1];
  if (id === undefined) {
    return {};
  }
  const model = bedrockModel(id);
  return {
    model,
    account: /^arn:[^:]*:bedrock:[^:]*:(\d{12}):/.exec(id)?.[1],
    operation: /embed/.test(model) ? 'embeddings' : undefined,
  };
}
