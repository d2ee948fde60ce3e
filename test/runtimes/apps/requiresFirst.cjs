// As a CommonJS service: Node 22.12 and later can require a module that is ESM.
if (process.env.WITH === 'yes') {
  require('@ai-finops/instrumentation/register');
}
require('./calls.cjs');
