import { useCallback, useEffect, useRef, useState } from 'react';
import { serverWords } from './serverWords.ts';

/** What a page knows of something it loads. While it loads again, the last value stays. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly failed: string | undefined;
  /** Nothing has come back yet for what is asked now. */
  readonly loading: boolean;
  readonly retry: () => void;
}

/**
 * Loads when `key` changes and, with `everyMs`, again that long after each answer while the page is visible.
 * A page that comes back into view loads at once.
 */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>, everyMs?: number): Loaded<T> {
  const [answer, setAnswer] = useState<{ key: string; value?: T; failed?: string }>();
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = false;
    const run = async () => {
      if (running) {
        return;
      }
      running = true;
      clearTimeout(timer);
      try {
        const value = await latest.current(abort.signal);
        if (!abort.signal.aborted) {
          setAnswer({ key, value });
        }
      } catch (error) {
        if (!abort.signal.aborted) {
          setAnswer((last) => ({ ...last, key, failed: serverWords(error) }));
        }
      }
      running = false;
      if (everyMs !== undefined && !abort.signal.aborted && !document.hidden) {
        timer = setTimeout(() => void run(), everyMs);
      }
    };
    const onVisible = () => {
      if (!document.hidden && everyMs !== undefined) {
        void run();
      }
    };
    void run();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      abort.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [key, everyMs, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { value: answer?.value, failed: answer?.failed, loading: answer?.key !== key, retry };
}
