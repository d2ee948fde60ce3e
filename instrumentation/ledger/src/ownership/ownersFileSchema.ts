import { schemaOf } from '../documents/schemaOf.ts';
import { OWNERS_FILE } from './ownersFileShape.ts';

/** The JSON Schema of an owners file, for editors; made from the description the validator reads. */
export function ownersFileSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'AI FinOps owners file',
    ...schemaOf(OWNERS_FILE),
  };
}
