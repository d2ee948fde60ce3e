import { PRICE_FILE } from '@ai-finops/instrumentation/pricing';
import { schemaOf } from '../documents/schemaOf.ts';

/** The JSON Schema of a prices file, for editors; made from the description the validator reads. */
export function priceFileSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'AI FinOps prices file',
    ...schemaOf(PRICE_FILE),
  };
}
