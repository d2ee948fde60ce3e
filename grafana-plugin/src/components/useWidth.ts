import { type RefCallback, useCallback, useState } from 'react';

/** The width of the element that `ref` is put on, in CSS pixels; 0 until it is known. */
export function useWidth(): { ref: RefCallback<HTMLElement>; width: number } {
  const [width, setWidth] = useState(0);
  const [observer] = useState(
    () => new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
  );
  const ref = useCallback(
    (element: HTMLElement | null) => {
      observer.disconnect();
      if (element) {
        observer.observe(element);
      }
    },
    [observer]
  );
  return { ref, width };
}
