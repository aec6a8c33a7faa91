/** Fits the port by which a submission reads its file. */
import type { ReadUpload } from '#record/intake/port.ts';
import { checkWorkbook } from './check-file.ts';

export const readWorkbook: ReadUpload = async (bytes, how) => {
  const checked = await checkWorkbook(bytes, how);
  if (checked.kind === 'refused') return checked;
  const { template, version, org, issuedOn, people, problems, ignored, notChecked } = checked;
  const issuedFor = org === null ? null : { code: org, on: issuedOn };
  return { kind: 'read', template, version, issuedFor, people, problems, ignored, notChecked, files: [] };
};
