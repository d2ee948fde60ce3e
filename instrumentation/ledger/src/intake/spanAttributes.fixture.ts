import type { AttributeValue } from './readSpan.ts';
import { SpanAttributes } from './spanAttributes.ts';
import { wantedAttributes } from './wantedAttributes.ts';

/** Attributes by name, those that are not wanted left out. */
export function attributesOf(values: Readonly<Record<string, AttributeValue>>): SpanAttributes {
  const attributes = new SpanAttributes();
  for (const [name, value] of Object.entries(values)) {
    const slot = wantedAttributes.get(name);
    if (slot !== undefined) {
      attributes.set(slot, value);
    }
  }
  return attributes;
}

/** A copy: what stands in attributes is only of one span. */
export function valuesOf(attributes: SpanAttributes): Record<string, AttributeValue> {
  const values: Record<string, AttributeValue> = {};
  for (const [name, slot] of wantedAttributes) {
    const value = attributes.at(slot);
    if (value !== undefined) {
      values[name] = value;
    }
  }
  return values;
}
