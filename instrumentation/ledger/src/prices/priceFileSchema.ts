import { PRICE_FILE, SHAPE_PATTERN, type Shape } from '@ai-finops/instrumentation/pricing';

/** The JSON Schema of a prices file, for editors; made from the description the validator reads. */
export function priceFileSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'AI FinOps prices file',
    ...schemaOf(PRICE_FILE),
  };
}

function schemaOf(shape: Shape): object {
  const description = shape.says;
  switch (shape.kind) {
    case 'oneOf':
      return { description, enum: shape.values };
    case 'list':
      return { description, type: 'array', items: schemaOf(shape.of) };
    case 'map':
      return {
        description,
        type: 'object',
        propertyNames: { enum: shape.keys },
        additionalProperties: schemaOf(shape.of),
      };
    case 'record':
      return {
        description,
        type: 'object',
        properties: Object.fromEntries(
          Object.entries({ ...shape.required, ...shape.optional }).map(([key, value]) => [key, schemaOf(value)])
        ),
        required: Object.keys(shape.required),
        ...(shape.anyOf && { anyOf: shape.anyOf.map((key) => ({ required: [key] })) }),
        additionalProperties: false,
      };
    default:
      return { description, type: 'string', pattern: SHAPE_PATTERN[shape.kind] };
  }
}
