import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';

/*
 * The price catalogue as the package brings it is 830 kB of JavaScript, nine tenths of it literals that no price needs
 * (descriptions, web addresses, how to read responses). The build keeps what prices are found by, as JSON text, read
 * provider by provider when it is needed. Every model of the catalogue is priced both ways before the build goes on.
 */
const require = createRequire(import.meta.url);
const PACKAGE = '@pydantic/genai-prices';
const DATA = 'const E=';
const PROVIDER_KEYS = [
  'id',
  'name',
  'api_pattern',
  'model_match',
  'provider_match',
  'fallback_model_providers',
  'models',
];
const MODEL_KEYS = ['id', 'match', 'prices', 'deprecated'];
/** Before, between and after the dates and hours that prices change at. */
const TIMES = ['2024-06-01T12:00:00Z', '2025-11-01T02:00:00Z', '2026-06-01T18:00:00Z', '2030-01-01T12:00:00Z'];

/** The esbuild plugin. */
export const slimPrices = {
  name: 'slim-prices',
  setup(build) {
    build.onResolve({ filter: /^@pydantic\/genai-prices$/ }, () => ({ path: require.resolve(PACKAGE) }));
    build.onLoad({ filter: /genai-prices[/\\]dist[/\\]index\.cjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const [providers, from, to] = readData(source);
      const contents = `${source.slice(0, from)}${slimData(providers)}${source.slice(to)}`;
      compare(providers, contents);
      return { contents, loader: 'js' };
    });
  },
};

/** An expression for the catalogue; the models of a provider are read when somebody asks for one of them. */
function slimData(providers) {
  const heads = providers.map(({ models: _models, ...provider }) => pick(provider, PROVIDER_KEYS));
  const models = providers.map((provider) => JSON.stringify(provider.models.map((model) => pick(model, MODEL_KEYS))));
  return `((heads, models) => JSON.parse(heads).map((provider, at) => Object.defineProperty(provider, 'models', {
    configurable: true,
    enumerable: true,
    get() {
      const value = JSON.parse(models[at]);
      Object.defineProperty(provider, 'models', { value });
      return value;
    },
  })))(${JSON.stringify(JSON.stringify(heads))}, ${JSON.stringify(models)})`;
}

function pick(object, keys) {
  return Object.fromEntries(keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]));
}

/** The catalogue's literal, evaluated, and where it stands. */
function readData(source) {
  const from = source.indexOf(DATA) + DATA.length;
  assert.ok(from > DATA.length && source[from] === '[', `${PACKAGE} does not begin with its data: see slimPrices.mjs`);
  let depth = 0;
  let quote;
  for (let at = from; at < source.length; at += 1) {
    const letter = source[at];
    if (quote !== undefined) {
      at += letter === '\\' ? 1 : 0;
      quote = letter === quote ? undefined : quote;
    } else if ('"\'`'.includes(letter)) {
      quote = letter;
    } else {
      depth += '[{'.includes(letter) ? 1 : ']}'.includes(letter) ? -1 : 0;
      if (depth === 0) {
        return [vm.runInNewContext(`(${source.slice(from, at + 1)})`), from, at + 1];
      }
    }
  }
  throw new Error(`the data of ${PACKAGE} has no end: see slimPrices.mjs`);
}

function compare(providers, contents) {
  const module = { exports: {} };
  vm.runInThisContext(`(function (exports, module) {${contents}\n})`)(module.exports, module);
  const whole = require(PACKAGE);
  for (const { id: providerId, models } of providers) {
    for (const { id } of models) {
      for (const time of TIMES) {
        const price = ({ calcPrice }) => {
          const found = calcPrice({ input_tokens: 1000, output_tokens: 10 }, id, {
            providerId,
            timestamp: new Date(time),
          });
          const { provider, model, model_price, total_price } = found ?? { provider: {}, model: {} };
          return JSON.stringify([provider.id, model.id, model.prices, model_price, total_price]);
        };
        assert.equal(price(module.exports), price(whole), `${providerId} ${id} at ${time}`);
      }
    }
  }
}
