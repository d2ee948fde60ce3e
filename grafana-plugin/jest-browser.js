// What a browser has and jsdom has not, and @grafana/ui reaches for when it loads.
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** React schedules by it. The one of worker_threads would keep Jest open. */
class Channel {
  port1 = { onmessage: undefined };
  port2 = { postMessage: (data) => setTimeout(() => this.port1.onmessage?.({ data }), 0) };
}

Object.assign(globalThis, {
  ResizeObserver: Observer,
  IntersectionObserver: Observer,
  MessageChannel: Channel,
  Path2D: Observer,
});
