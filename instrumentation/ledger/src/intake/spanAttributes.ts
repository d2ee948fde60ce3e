import type { AttributeValue } from './readSpan.ts';
import { wantedAttributes } from './wantedAttributes.ts';

/**
 * The wanted attributes of one span or resource. An array and not a Map: twenty values are put in and forty are asked for
 * with every span.
 */
export class SpanAttributes {
  private readonly values = new Array<AttributeValue | undefined>(wantedAttributes.size).fill(undefined);

  /** @param slot of `SLOT`, or of `wantedAttributes` */
  at(slot: number): AttributeValue | undefined {
    return this.values[slot];
  }

  get(name: string): AttributeValue | undefined {
    const slot = wantedAttributes.get(name);
    return slot === undefined ? undefined : this.values[slot];
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  set(slot: number, value: AttributeValue): void {
    this.values[slot] = value;
  }

  clear(): void {
    this.values.fill(undefined);
  }
}
