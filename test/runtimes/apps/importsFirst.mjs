// As a service that writes the import into its entry file: before everything else.
if (process.env.WITH === 'yes') {
  await import('@ai-finops/instrumentation/register');
}
await import('./calls.mjs');
