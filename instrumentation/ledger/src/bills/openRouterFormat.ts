import type { BillFormat } from './billFormat.ts';
import { chargeDays } from './chargeDays.ts';
import { readDecimal } from './readDecimal.ts';

/**
 * OpenRouter's activity, as CSV or as its API answers. It tells one amount for all tokens of a model and day: lines have
 * neither component nor quantity, which would be guessed. What a key of your own was charged elsewhere is not in it.
 */
export const openRouterFormat: BillFormat = {
  name: 'OpenRouter activity',
  required: [['date'], ['model'], ['usage'], ['requests'], ['prompt_tokens'], ['completion_tokens']],
  lines: (cells) => {
    const nano = readDecimal(cells('usage'), 9, 'usage');
    const [account, by] = [cells('workspace_id'), cells('provider_name')];
    return [
      {
        ...chargeDays(['date', cells('date')], ['', '']),
        provider: 'openrouter',
        ...(account && { account }),
        ...(cells('model') && { model: cells('model') }),
        description: `${cells('model') || 'no model'}${by && ` by ${by}`}`,
        category: 'usage',
        currency: 'USD',
        effectiveNano: nano,
        billedNano: nano,
      },
    ];
  },
};
