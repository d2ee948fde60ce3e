// Books are UTC days; the zones of readers are the browser specs' business.
process.env.TZ = 'UTC';

const grafana = require('./jest-grafana.cjs');
const scaffold = require('./.config/jest.config');

const swc = [
  '@swc/jest',
  {
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'commonjs' },
  },
];

module.exports = {
  ...scaffold,
  displayName: 'grafana-plugin',
  maxWorkers: '100%',
  // Against what never ends; nothing here is measured by how long it takes on a busy machine.
  testTimeout: 120_000,
  // With nothing open any more a worker still writes what it compiled and lets go of a large heap: seconds on a busy machine.
  workerGracefulExitTimeout: 10_000,
  rootDir: __dirname,
  // create-plugin's patterns glob from the working directory; the whole house runs from its top.
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
  globalSetup: '<rootDir>/jest-grafana.cjs',
  moduleNameMapper: { ...scaffold.moduleNameMapper, ...grafana.moduleNameMapper },
  setupFiles: ['<rootDir>/jest-browser.js'],
  setupFilesAfterEnv: ['<rootDir>/jest-setup.js'],
  testEnvironmentOptions: { customExportConditions: ['@ai-finops/source', 'browser'] },
  // Much of what @grafana/ui brings is ESM only.
  transform: { '^.+\\.m?(t|j)sx?$': swc },
  transformIgnorePatterns: [grafana.folder],
};
