import { flush, recordOutcome, recordQuality, shutdown, withAttribution } from '@ai-finops/instrumentation';

/** Work done at AT (ms): 40 tickets by id, each reported twice, 3 pages without id, 25 judgements of thousandths. */
const at = Number(process.env.AT);
withAttribution({ feature: 'triage', requestType: 'agent', tenant: 'acme' }, () => {
  for (let id = 0; id < 40; id++) {
    recordOutcome({ unit: 'ticket', id: `t-${id}`, at: at + id });
    recordOutcome({ unit: 'ticket', id: `t-${id}`, at: at + id });
  }
  recordOutcome({ feature: 'reports', unit: 'page', count: 3, at });
  for (let id = 0; id < 25; id++) {
    recordQuality({
      score: id / 1000 - 0.005,
      evaluator: 'grounded@3',
      model: 'gpt-5-mini-2025-08-07',
      id: `${id}`,
      at,
    });
  }
});
process.stdout.write(String(await flush()));
await shutdown();
