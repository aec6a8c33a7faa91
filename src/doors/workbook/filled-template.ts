/**
 * The template of a body with what the records of its people say, to be corrected and sent back: `standard/typed-cells.ts` says the cells. A blank of it
 * and a filled one are read alike. Whoever makes one has recorded the reading.
 */
import { rewriteZip } from '#base/zip-writer.ts';
import { fillTemplate } from './fill-template.ts';
import { textOfPart, workbookEntries } from './reader/workbook-zip.ts';
import { escapeXml } from './reader/xml-text.ts';
import type { FilledPerson } from './shapes.ts';
import { COPY_HERE, STRINGS, makeTemplate } from './template.ts';
import type { TemplateInput } from './template.ts';

export const filledTemplate = async (
  input: TemplateInput & { readonly filled: string },
  people: readonly FilledPerson[],
): Promise<Uint8Array> => fillTemplate(await makeTemplate(input), people);

/** A copy of a filled template with a mark of its own in its hidden sheet. */
export async function markedCopy(bytes: Buffer, mark: string): Promise<Uint8Array> {
  const entries = workbookEntries(bytes);
  const strings = await textOfPart(
    bytes,
    entries.find(({ name }) => name === STRINGS)!,
    { inflated: 0 },
  );
  return new Uint8Array(await rewriteZip(bytes, entries, new Map([[STRINGS, strings.replace(COPY_HERE, () => escapeXml(mark))]])));
}
