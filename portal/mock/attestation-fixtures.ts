/** Attestations of one invented person. */
import type { AttestationRow } from '#portal/api/generated/api.ts';
import { GROUPS } from '#standard/groups.ts';

const groups = (...codes: readonly string[]): AttestationRow['groups'] =>
  GROUPS.filter(({ code }) => codes.includes(code)).map(({ title }) => title);

export const attestationRows = (): { readonly items: readonly AttestationRow[]; readonly next: null } => ({
  items: [
    {
      id: '01a20000-0000-7000-8000-0000000000a2',
      at: '2026-11-24T03:20:00.000Z',
      by: 'Phạm Quốc Hùng',
      bodyName: 'Sở Nội vụ (mẫu)',
      groups: groups('G'),
    },
    {
      id: '01a20000-0000-7000-8000-0000000000a1',
      at: '2026-11-20T02:05:00.000Z',
      by: null,
      bodyName: 'Sở Nội vụ (mẫu)',
      groups: groups('B', 'F', 'K'),
    },
  ],
  next: null,
});
