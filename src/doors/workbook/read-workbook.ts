/** Fits the port by which a submission reads its file. */
import { placeIn } from '#record/intake/place.ts';
import type { PeopleInTurn, ReadUpload } from '#record/intake/port.ts';
import { checkWorkbook } from './check-file.ts';

export const readWorkbook: ReadUpload<PeopleInTurn> = async (bytes, how) => {
  const checked = await checkWorkbook(bytes, how);
  if (checked.kind === 'refused') return checked;
  const { template, version, org, issuedOn, people, problems, notChecked } = checked;
  const issuedFor = org === null ? null : { code: org, on: issuedOn };
  const ignored = checked.ignored.map(({ kind, why, ...where }) => ({ kind, place: placeIn(where) ?? {}, why }));
  return { kind: 'read', template, version, issuedFor, people, problems, ignored, notChecked, files: [] };
};
