import type { Attributes } from '@opentelemetry/api';
import { ATTRIBUTE } from '../contract/index.ts';
import type { AttributeSink } from './attributeSink.ts';
import type { CostEstimate } from './costEstimate.ts';

/** Collects the attributes of a shown span. */
export class SpanAttributes implements AttributeSink {
  readonly values: Attributes = {};

  text(key: string, value: string | undefined): void {
    if (value !== undefined) {
      this.values[key] = value;
    }
  }

  uniqueText(key: string, value: string | undefined): void {
    this.text(key, value);
  }

  texts(key: string, value: string | undefined): void {
    if (value !== undefined) {
      this.values[key] = [value];
    }
  }

  integer(key: string, value: number | undefined): void {
    if (value !== undefined) {
      this.values[key] = value;
    }
  }

  part(key: string, value: number | undefined): void {
    this.integer(key, value);
  }

  decimal(key: string, value: number): void {
    this.values[key] = value;
  }

  flag(key: string): void {
    this.values[key] = true;
  }

  /**
   * The card, which the ledger finds by itself; and the draft convention's names, in USD, for tools that know them: an estimate,
   * unless the provider has said its own.
   */
  cost(cost: CostEstimate | undefined): void {
    this.text(ATTRIBUTE.rateCard, cost?.rateCard);
    if (cost?.nanoUsd !== undefined && this.values[ATTRIBUTE.costSource] === undefined) {
      this.values[ATTRIBUTE.costAmount] = cost.nanoUsd / 1e9;
      this.values[ATTRIBUTE.costCurrency] = 'USD';
      this.values[ATTRIBUTE.costSource] = 'local';
    }
  }
}
