/** A file, by the SHA-256 of its bytes; the bytes stand in the blob store. Not part of the workbook. */
import { Type } from 'typebox';
import type { SpecOf } from '#standard/field-shape.ts';
import { untyped, type Kind } from './kind.ts';

const PATTERN = '^[0-9a-f]{64}$';

export const file: Kind<SpecOf<'file'>> = {
  ...untyped,
  word: { vi: 'mã băm SHA-256 của tệp', en: 'the SHA-256 of a file' },
  shown: { as: 'text', set: 'word' },
  hint: ({ types, maxMegabytes }) => {
    const names = types.map((type) => type.split('/')[1]?.toUpperCase() ?? type).join(', ');
    return { vi: `Tệp ${names}, tối đa ${maxMegabytes} MB`, en: `${names} file, at most ${maxMegabytes} MB` };
  },
  print: (value, _spec, { language }) => (typeof value === 'string' ? (language === 'vi' ? 'Có tệp' : 'File') : ''),
  schema: ({ types, maxMegabytes }) => Type.String({ pattern: PATTERN, 'x-media-types': [...types], 'x-max-megabytes': maxMegabytes }),
  test: () => `matches(v, /${PATTERN}/u)`,
  typeText: () => 'string',
  sqlType: () => null,
};
