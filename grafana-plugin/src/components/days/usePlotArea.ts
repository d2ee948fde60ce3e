import { type RefObject, useLayoutEffect, useState } from 'react';

/** Where a chart's plot lies within the element that holds it, CSS pixels. */
export interface PlotArea {
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
}

/** Follows the plot of a time series panel, which Grafana draws when it likes; undefined while there is none. */
export function usePlotArea(holder: RefObject<HTMLElement | null>): PlotArea | undefined {
  const [area, setArea] = useState<PlotArea>();
  useLayoutEffect(() => {
    const element = holder.current;
    if (!element) {
      return undefined;
    }
    let plot: Element | null = null;
    const measure = () => {
      const [outer, inner] = [element.getBoundingClientRect(), plot?.getBoundingClientRect()];
      const next = inner?.width
        ? { left: inner.left - outer.left, width: inner.width, bottom: inner.bottom - outer.top }
        : undefined;
      setArea((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    const sizes = new ResizeObserver(measure);
    const find = () => {
      const found = element.querySelector('.u-over');
      if (found !== plot) {
        sizes.disconnect();
        plot = found;
        if (plot) {
          sizes.observe(plot);
        }
        measure();
      }
    };
    const changes = new MutationObserver(find);
    changes.observe(element, { childList: true, subtree: true });
    find();
    return () => {
      changes.disconnect();
      sizes.disconnect();
    };
  }, [holder]);
  return area;
}
