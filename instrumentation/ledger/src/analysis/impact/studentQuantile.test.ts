import { studentQuantile } from './studentQuantile.ts';

test('agrees with the tables from three degrees on', () => {
  const table = { 3: 3.182, 5: 2.571, 10: 2.228, 20: 2.086, 60: 2.0, 1_000: 1.962 };
  for (const [degrees, quantile] of Object.entries(table)) {
    expect(Math.abs(studentQuantile(Number(degrees)) - quantile)).toBeLessThan(degrees === '3' ? 0.03 : 0.004);
  }
});
