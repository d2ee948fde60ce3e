/** Waits for `work`, but no longer than `ms`; never keeps the process alive for it. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, ms).unref();
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
