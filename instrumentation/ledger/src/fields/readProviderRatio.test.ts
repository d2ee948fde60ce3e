import fc from 'fast-check';
import { readProviderRatio } from './readProviderRatio.ts';

test('a ratio is read as it is written, whatever the provider is called; anything else is none', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 200 }),
      fc.bigInt({ min: 1n, max: 10n ** 17n }),
      (provider, ratio) => {
        const digits = String(ratio).padStart(13, '0');
        const text = `${provider}:${digits.slice(0, -12)}.${digits.slice(-12)}`;
        expect(readProviderRatio(text)).toEqual({ provider, month: undefined, ratio });
        expect(readProviderRatio(text.replace(`${provider}:`, () => `${provider}:2026-09:`))).toEqual({
          ...{ provider, month: '2026-09', ratio },
        });
      }
    )
  );
  for (const text of [
    '',
    'openai',
    'openai:',
    ':1',
    'openai:0',
    'openai:0.0',
    'openai:-1',
    'openai:1e3',
    'openai:1.',
    'openai:2026-09',
    'openai:2026-09:',
  ]) {
    expect(readProviderRatio(text)).toBeUndefined();
  }
});
