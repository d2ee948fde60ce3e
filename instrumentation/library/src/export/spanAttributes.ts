import type { Attributes, Span } from '@opentelemetry/api';
import { ATTRIBUTE } from '../contract/index.ts';
import type { AttributeSink } from './attributeSink.ts';
import type { CostEstimate } from './costEstimate.ts';

/**
 * Sets the attributes of a shown span, one by one: SDKs look at each on its own anyway, at some 0.5 KiB each, so what the
 * span was started with is not set again.
 */
export class SpanAttributes implements AttributeSink {
  readonly #span: Span;
  readonly #atStart: Attributes;

  constructor(span: Span, atStart: Attributes) {
    this.#span = span;
    this.#atStart = atStart;
  }

  text(key: string, value: string | undefined): void {
    if (value !== undefined && this.#atStart[key] === undefined) {
      this.#span.setAttribute(key, value);
    }
  }

  uniqueText(key: string, value: string | undefined): void {
    this.text(key, value);
  }

  texts(key: string, value: string | undefined): void {
    if (value !== undefined) {
      this.#span.setAttribute(key, [value]);
    }
  }

  integer(key: string, value: number | undefined): void {
    if (value !== undefined && this.#atStart[key] === undefined) {
      this.#span.setAttribute(key, value);
    }
  }

  part(key: string, value: number | undefined): void {
    this.integer(key, value);
  }

  decimal(key: string, value: number): void {
    this.#span.setAttribute(key, value);
  }

  flag(key: string): void {
    this.#span.setAttribute(key, true);
  }

  /**
   * The card, which the ledger finds by itself; and the draft convention's names, in USD, for tools that know them: an estimate,
   * unless the provider has said its own.
   */
  cost(cost: CostEstimate | undefined, isSaidByProvider: boolean): void {
    this.text(ATTRIBUTE.rateCard, cost?.rateCard);
    if (cost?.nanoUsd !== undefined && !isSaidByProvider) {
      this.decimal(ATTRIBUTE.costAmount, cost.nanoUsd / 1e9);
      this.text(ATTRIBUTE.costCurrency, 'USD');
      this.text(ATTRIBUTE.costSource, 'local');
    }
  }
}
