// What a browser has and jsdom has not, and @grafana/ui reaches for when it loads.
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}

Object.assign(globalThis, {
  ResizeObserver: Observer,
  IntersectionObserver: Observer,
  Path2D: class {},
  // The one of worker_threads would keep Jest open.
  MessageChannel: class {
    port1 = {};
    port2 = { postMessage() {} };
  },
});
