import type { AmountByDay } from '../analysis/economics/amountByDay.ts';
import type { Contact } from './contact.ts';
import type { ModelTerms, RequestTypeTerms } from './modelTerms.ts';
import type { MonthlyCost } from './monthlyCost.ts';
import type { AgreedCommitment } from './parseCommitments.ts';
import type { Quota } from './quota.ts';

/** Who answers for something; what is not known is absent. */
export interface Owner {
  readonly owner?: string | undefined;
  readonly contact?: string | undefined;
  readonly costCentre?: string | undefined;
}

/** A question to Prometheus, as of the end of a UTC day. */
interface ReadFrom {
  readonly promql: string;
}

/** Amounts are exact decimal text: USD, shares, scores. Names are as the books' labels show them. */
export interface Owners {
  /** Who answers for all; `team` is theirs. */
  readonly total: Owner & { readonly team?: string | undefined; readonly budgetPerMonth?: string | undefined };
  readonly features: ReadonlyMap<
    string,
    Owner & {
      readonly team?: string | undefined;
      readonly budgetPerMonth?: string | undefined;
      readonly unitOfWork?: string | undefined;
      readonly qualityBar?: string | undefined;
      readonly batchTurnaroundHours?: string | undefined;
      readonly valuePerUnit?: AmountByDay | undefined;
      readonly replacedPerUnit?: AmountByDay | undefined;
      readonly outcomes?: ReadFrom | undefined;
      readonly value?: ReadFrom | undefined;
      readonly activeUsers?: ReadFrom | undefined;
      readonly consumer?: boolean | undefined;
    }
  >;
  readonly teams: ReadonlyMap<string, Owner & { readonly budgetPerMonth?: string | undefined }>;
  /** Who answers for what is billed on an account at a provider. */
  readonly accounts: ReadonlyMap<string, Pick<Owner, 'owner'>>;
  /** By the text that stands as `contact`. */
  readonly contacts: ReadonlyMap<string, Contact>;
  /** The features of services, by `service.name`. */
  readonly services: ReadonlyMap<string, string>;
  readonly tenants: ReadonlyMap<
    string,
    {
      readonly budgetPerMonth?: string | undefined;
      readonly revenuePerMonth?: AmountByDay | undefined;
      readonly segment?: string | undefined;
      readonly plan?: string | undefined;
    }
  >;
  readonly revenue?: ReadFrom | undefined;
  /** With what providers announced, where the file says nothing else. */
  readonly models: readonly ModelTerms[];
  readonly requestTypes: ReadonlyMap<string, RequestTypeTerms>;
  readonly quotas: readonly Quota[];
  /** By the day they begin; those of one provider do not overlap. */
  readonly commitments: readonly AgreedCommitment[];
  readonly thresholds: ReadonlyMap<string, string>;
  /** Of the bills of single providers: what is there stands in place of that of all. */
  readonly billThresholds: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly monthlyCosts: readonly MonthlyCost[];
}
