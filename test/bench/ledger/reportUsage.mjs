/** Loaded into a measured server: answers every message of its parent with what the process has used so far. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1000, rssMiB: process.memoryUsage.rss() / 1_048_576 });
});
process.channel?.unref();
