const swc = ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }];

/** Unit tests beside their source. Cross-boundary tests live in test/ and have runners of their own. */
export default {
  projects: [
    {
      displayName: 'instrumentation',
      rootDir: './instrumentation',
      testMatch: ['<rootDir>/*/src/**/*.test.ts'],
      testEnvironment: 'node',
      testEnvironmentOptions: { customExportConditions: ['@ai-finops/source', 'node', 'node-addons'] },
      transform: { '\\.[jt]s$': swc },
      transformIgnorePatterns: ['/node_modules/(?!(openai|@anthropic-ai)/)'],
    },
    './grafana-plugin/jest.config.js',
  ],
};
