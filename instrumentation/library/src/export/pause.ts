/** A wait that can be cut short, and never keeps the process alive. */
export class Pause {
  #end: (() => void) | undefined;

  async start(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#end = undefined;
  }

  /** Ends the wait under way, if there is one. */
  end(): void {
    this.#end?.();
  }
}
