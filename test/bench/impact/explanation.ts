export const INTRODUCTION = `Simulated scopes with a known effect on cost per request: two models 3 to 8 times apart in price, ±15 % at weekends, 4 % daily
noise, single calls that differ by twice their mean, and one thing more a row that moves cost without the lever. Figures in
percent. **Bias** in log points × 100; **coverage** how often the 95 % interval held the true effect (of 0 and −15 %); **false** how
often it excluded 0 where there was no effect; **power** how often at −15 %. The **verdict** stands on an interval that holds at all
looks together, because people look daily: declared at 0 is a false verdict. **Saving held**: the realised saving, simulated
without the event on the same noise, was within its bounds.

Goals, over weekly rhythm, growth, price change, mix shift and drift, 28 and 7 days after: coverage 95 ± 3 (at least 92 at
autocorrelation .7), false ≤ 5 at one look and false verdicts ≤ 3 with daily looks (both over these rows together), power ≥ 95, bias ≤ .2, savings held ≥ 90,
parts of overlapping events sum to the total.`;
