import { billRules } from './billRules.ts';
import { budgetRules } from './budgetRules.ts';
import { costRules } from './costRules.ts';
import { forecastRules } from './forecastRules.ts';
import { ledgerRules } from './ledgerRules.ts';
import { leverRules } from './leverRules.ts';
import { policyRules } from './policyRules.ts';
import { quotaRules } from './quotaRules.ts';
import { reviewRules } from './reviewRules.ts';

/** Every alert, by the group it is evaluated in. Money moves slowly: it is looked at every five minutes. */
export const ALERT_RULES = [
  {
    group: 'ai-finops-cost',
    file: 'cost.yml',
    interval: '5m',
    rules: [
      ...costRules,
      ...budgetRules,
      ...forecastRules,
      ...billRules,
      ...policyRules,
      ...quotaRules,
      ...reviewRules,
      ...leverRules,
    ],
  },
  { group: 'ai-finops-ledger', file: 'ledger.yml', interval: '1m', rules: ledgerRules },
] as const;
