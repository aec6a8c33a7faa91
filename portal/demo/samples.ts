/** Addresses of the demo's sample files: workbooks, and zips of drawn portraits. */
export const SAMPLES = [
  { name: 'clean', address: '/demo/workbooks/clean.xlsx' },
  { name: 'dirty', address: '/demo/workbooks/dirty.xlsx' },
  { name: 'old', address: '/demo/workbooks/old.xlsx' },
  { name: 'portraits', address: '/demo/portraits/good.zip' },
  { name: 'portraits-wrong', address: '/demo/portraits/wrong.zip' },
] as const;
