import './.config/jest-setup';

// create-plugin's stub draws nothing; @grafana/ui also measures text with it.
globalThis.HTMLCanvasElement.prototype.getContext = () => ({ measureText: () => ({ width: 0 }) });
