/** Unit tests of the instrumentation, beside their source. The app has its own jest configuration. */
export default {
  displayName: 'instrumentation',
  maxWorkers: '100%',
  // Against what never ends; nothing here is measured by how long it takes on a busy machine.
  testTimeout: 120_000,
  // With nothing open any more a worker still writes what it compiled and lets go of a large heap: seconds on a busy machine.
  workerGracefulExitTimeout: 10_000,
  rootDir: './instrumentation',
  testMatch: ['<rootDir>/*/src/**/*.test.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@ai-finops/source', 'node', 'node-addons'] },
  transform: {
    '\\.[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(openai|@anthropic-ai|commander|jose|hyparquet|hyparquet-compressors|hyparquet-writer|hysnappy)/)',
  ],
};
