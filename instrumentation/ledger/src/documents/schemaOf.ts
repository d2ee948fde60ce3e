import { DATED_AMOUNT, SHAPE_PATTERN, type Shape } from '@ai-finops/instrumentation/pricing';

/** The JSON Schema of a shape, for editors: of the very description the validator reads. */
export function schemaOf(shape: Shape): object {
  const description = shape.says;
  switch (shape.kind) {
    case 'oneOf':
      return { description, enum: shape.values };
    case 'dated':
      return {
        description,
        anyOf: [
          { type: 'string', pattern: SHAPE_PATTERN.amount },
          { type: 'array', items: schemaOf(DATED_AMOUNT), minItems: 1 },
        ],
      };
    case 'flag':
      return { description, type: 'boolean' };
    case 'list':
      return { description, type: 'array', items: schemaOf(shape.of) };
    case 'map':
      return {
        description,
        type: 'object',
        propertyNames: shape.keys ? { enum: shape.keys } : { pattern: SHAPE_PATTERN.text },
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
