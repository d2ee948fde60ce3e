import { calcPrice } from '@pydantic/genai-prices';
import { catalogueProvider } from './catalogueProvider.ts';

/** Whether the list-price catalogue calls a model deprecated; undefined where it does not know the model. */
export function isDeprecated(provider: string, model: string, atMs: number): boolean | undefined {
  try {
    const options = { providerId: catalogueProvider(provider), timestamp: new Date(atMs) };
    const found = calcPrice({ input_tokens: 0 }, model, options);
    return found ? found.model.deprecated === true : undefined;
  } catch {
    // It throws on a provider it does not know.
    return undefined;
  }
}
