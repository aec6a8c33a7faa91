/** How the parts of a workbook know each other: relationships and content types. */
import { posix } from 'node:path';
import { escapeXml, rootPrefix } from '#doors/workbook/reader/xml-text.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Types of relationships, by their last word; strict workbooks use another beginning. */
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Adds a relationship of `part` to `path`; returns the text and its id. Targets are relative: some programs do not follow others. */
export function addRelationship(given: string | null, part: string, type: string, path: string): { text: string; id: string } {
  const text = (
    given ?? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`
  ).replace(/<((?:\w+:)?Relationships)((?:\s[^>]*)?)\/>/, '<$1$2></$1>');
  const prefix = rootPrefix(text, 'Relationships') ?? '';
  const used = new Set([...text.matchAll(/\sId="([^"]*)"/g)].map((match) => match[1]));
  let number = used.size + 1;
  while (used.has(`rIdCongVu${number}`)) number += 1;
  const id = `rIdCongVu${number}`;
  const at = text.lastIndexOf(`</${prefix}Relationships`);
  return {
    text: `${text.slice(0, at)}<${prefix}Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${escapeXml(posix.relative(posix.dirname(part), path))}"/>${text.slice(at)}`,
    id,
  };
}

export const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
export const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
export const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
export const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Says of what type a part is, unless it is said already. */
export function addContentType(text: string, path: string, type: string): string {
  const prefix = rootPrefix(text, 'Types') ?? '';
  if (text.includes(`PartName="/${path}"`)) return text;
  const element =
    path.endsWith('.vml') && !/Extension="vml"/i.test(text)
      ? `<${prefix}Default Extension="vml" ContentType="${type}"/>`
      : path.endsWith('.vml')
        ? ''
        : `<${prefix}Override PartName="/${escapeXml(path)}" ContentType="${type}"/>`;
  // Defaults stand before overrides.
  const at = path.endsWith('.vml') ? text.indexOf('>', text.indexOf(`<${prefix}Types`)) + 1 : text.lastIndexOf(`</${prefix}Types`);
  return text.slice(0, at) + element + text.slice(at);
}

/** A name for a new part that no part has yet. */
export function freeName(taken: { has(name: string): boolean }, before: string, after: string): string {
  let number = 1;
  while (taken.has(`${before}${number}${after}`)) number += 1;
  return `${before}${number}${after}`;
}
