/** What axe finds on a page: nothing but what is minor may stand. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Rules that look at colours: all that another scheme changes. They cost more than all others together. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const AS_AXE_SAYS = {
  everything: {},
  colours: { runOnly: OF_COLOURS },
  /** all that another width of the window changes */
  structure: { rules: Object.fromEntries(OF_COLOURS.map((rule) => [rule, { enabled: false }])) },
} as const;

/** Findings above minor (moderate, serious, critical), each with its first element. */
export async function axeFindings(page: Page, part: keyof typeof AS_AXE_SAYS = 'everything'): Promise<string[]> {
  // Half a million letters, sent and read only once a page.
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(AXE);
  const how = { resultTypes: ['violations'], ...AS_AXE_SAYS[part] };
  // Of what it found nothing but the violations travels.
  const violations = (await page.evaluate(`axe.run(document, ${JSON.stringify(how)}).then((all) => all.violations)`)) as readonly Found[];
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .map(({ id, impact, nodes }) => `${id} (${impact}, ${nodes.length}): ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}
