/** The address of a port of this stack. */
export const at = (port) => `http://127.0.0.1:${port}`;
