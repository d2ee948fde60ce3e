import type { CauseCode } from './causeCode.ts';

const ACTIONS: Readonly<Record<CauseCode, string>> = {
  UNINSTRUMENTED: 'Find what calls with this account or model, and add the import there.',
  NON_SPAN: 'Enter it as a monthly cost line in finops.yaml, so that it has an owner.',
  CACHE_READ: 'Compare the cached tokens of one call on Requests with the provider’s own log.',
  CACHE_WRITE: 'Compare cache writes, 5 minutes and 1 hour apart, of one call with the provider’s own log.',
  REASONING: 'Look whether this model’s reasoning tokens are part of its output tokens.',
  MODALITY: 'Look whether audio and image tokens of this model have rates of their own.',
  SERVER_TOOLS: 'Look which calls use the provider’s tools: their fees come per use, not per token.',
  SERVICE_TIER: 'Look at the tier that calls ask for, and at the tier that answers name.',
  CONTEXT_TIER: 'Look at the longest prompts: the price steps up above a context length.',
  PRICE_CHANGE: 'Correct the rate with its date in the price file, then run `ai-finops ledger reprice`.',
  FX: 'Import the bill again with --rates that the provider converts at: its invoice names them.',
  DISCOUNT: 'Enter the contract’s discount in the price file, then run `ai-finops ledger reprice`.',
  DOUBLE_COUNT: 'Look for a gateway and an application that both tell of the same calls.',
  SAMPLING: 'Send records before any sampler: the fork of the Collector comes first.',
  TIME_CUT:
    'Nothing, where the months before and after even it out: days are cut at another hour, or calls billed late.',
  MODEL_ALIAS:
    'Name it as an alias of the model in the price file, look at the model’s rate, and import the bill again.',
  MISSING_USAGE: 'Look at calls with unknown usage on Requests; most are aborted streams.',
  NOT_BILLED: 'Wait until the bill is final; if it stays so, look whether the account is another.',
  COMMITMENT: 'Nothing: usage is compared at its amortised price, the commitment is charged apart.',
  CREDIT: 'Nothing: the provider’s credit.',
  TAX: 'Nothing: tax is no part of the estimate.',
  CORRECTION: 'See the provider’s correction: it may belong to an earlier month.',
  ROUNDING: 'Nothing: the bill rounds each line.',
  NO_QUANTITY: 'Import a bill with quantities (FOCUS or the usage API) to tell volume from price.',
  UNKNOWN: 'Compare one day of this cell with the provider’s own log.',
};

/** What to do about a difference, in a sentence. */
export function suggestedAction(cause: CauseCode): string {
  return ACTIONS[cause];
}
