import { Option } from 'commander';

/** For commands that need to know owners, budgets and monthly costs. */
export function finopsOption(): Option {
  return new Option('--finops <file>', 'owners file (YAML or JSON): owners, budgets, thresholds, monthly costs').env(
    'AI_FINOPS_OWNERS'
  );
}
