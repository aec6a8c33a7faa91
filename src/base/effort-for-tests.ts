/** What a piece of work costs this process, for tests that hold a bound on hostile input: other programs' load is not in it. */
export function processorMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
