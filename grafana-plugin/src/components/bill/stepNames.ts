import type { Step } from '@ai-finops/ledger/analysis';

/** The bars between estimate and bill, and what each is. */
export const stepNames: Readonly<Record<Step, readonly [name: string, meaning: string]>> = {
  uninstrumented: ['Not instrumented', 'Billed for accounts, models or fees that no call was recorded of'],
  other_charges: ['Other charges', 'Usage that no call makes: storage, training, hosting'],
  volume: ['Volume', 'The bill counts another quantity, at the price of the estimate'],
  price: ['Price', 'The bill has another unit price, for the quantity it counts'],
  commitment: ['Commitments', 'Bought ahead, less what of the usage it covers'],
  credit: ['Credits', 'What the provider gives back'],
  tax: ['Tax', 'No part of the estimate'],
  correction: ['Corrections', 'Of earlier bills'],
  unexplained: ['Unexplained', 'What nothing here tells apart: it stays visible until somebody does'],
};
