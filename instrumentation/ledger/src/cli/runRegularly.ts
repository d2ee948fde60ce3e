import type { Rerunner } from '../questions/createRerunner.ts';

/** Runs now, each `everyMs` from then on, and whenever it is told to. */
export function runRegularly(runs: Rerunner, everyMs: number): Pick<Rerunner, 'run' | 'stop'> {
  runs.run();
  const timer = setInterval(runs.run, everyMs);
  timer.unref();
  return {
    run: runs.run,
    stop() {
      clearInterval(timer);
      return runs.stop();
    },
  };
}
