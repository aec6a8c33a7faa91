/** Papers that a person adds to the draft of a declaration, under the group that they show. Decision 0115. */
import { recordAct } from '#authority/audit/record.ts';
import { currentLists } from '#authority/code-lists/editions.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { ScanState } from '#base/files/file-scan.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import { entriesAt } from '#standard/code-lists.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { declaredBy } from './declared-fields.ts';
import { groupsNow, openDraft, ownSalt } from './draft.ts';
import type { EvidencePaper, NamedEvidence } from './evidence-port.ts';
import { deleteEvidence, evidenceBytes, evidenceSoFar, insertEvidence } from './evidence-store.ts';
import { EVIDENCE_BYTES_MAX, EVIDENCE_MAX } from './limits.ts';
import type { DeclarationNeeds, Declarer } from './needs.ts';
import { declarationNotYours, evidenceKind, evidenceTooMuch, evidenceUnknown } from './problems.ts';
import { ownDraft } from './store.ts';

const KINDS = 'loai_tai_lieu';
const MEGABYTE = 1024 * 1024;

/** Kinds of papers as the lists in use say them. */
export async function evidenceKinds(
  tx: Tx,
  needs: Pick<DeclarationNeeds, 'clock'>,
): Promise<readonly { code: string; label: Bilingual }[]> {
  return judgedBy(await currentLists(tx), () =>
    entriesAt(KINDS, needs.clock.today()).map(({ code, name, nameEn }) => ({ code, label: { vi: name, en: nameEn ?? name } })),
  );
}

/**
 * Adds a paper. MUST run in a transaction that sees the own record.
 *
 * @returns its id; E-DECLARATION-NOT-YOURS, E-EVIDENCE-STATED, E-EVIDENCE-TOO-MUCH: nothing is kept then
 */
export async function addEvidence(
  tx: Tx,
  needs: DeclarationNeeds,
  who: Declarer,
  group: GroupCode,
  named: NamedEvidence,
  paper: EvidencePaper & { readonly scan: ScanState },
): Promise<Result<{ readonly id: string }>> {
  const today = needs.clock.today();
  if (declaredBy(group, today) !== 'person') return refused(declarationNotYours({ why: NOT_THEIRS }));
  const bodies = await needs.bodyWords(tx);
  const known = {
    today,
    asOf: today,
    demo: needs.demo,
    lists: await currentLists(tx),
    bodyKnown: bodies.isCode,
    bodyNamed: bodies.named,
  };
  const wrong = needs.evidence.problemsOf(who.nationalId, named, paper, known).filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) return refused(evidenceKind({ what: listed(wrong.map(({ title }) => title)) }));
  const draft = await openDraft(tx, needs, who, await groupsNow(tx, needs, who.personId));
  const { count, bytes } = await evidenceSoFar(tx, draft);
  if (count >= EVIDENCE_MAX || bytes + paper.pdf.length > EVIDENCE_BYTES_MAX)
    return refused(evidenceTooMuch({ count: String(EVIDENCE_MAX), megabytes: String(EVIDENCE_BYTES_MAX / MEGABYTE) }));
  const at = needs.clock.now();
  const id = needs.chance.uuid7(Date.parse(at));
  const { sha256, pages, fromPhoto, scan, pdf } = paper;
  await insertEvidence(tx, needs.keys, await ownSalt(tx, who.personId), draft, {
    evidenceId: id,
    group,
    sha256,
    pages,
    fromPhoto,
    scan,
    at,
    named: { ...named, number: who.nationalId },
    pdf,
  });
  await saved(tx, needs, who, { declaration: draft.declarationId, group, evidence: id, sha256 });
  return ok({ id });
}

/** Takes a paper out of the draft again. E-EVIDENCE-UNKNOWN. */
export async function removeEvidence(tx: Tx, needs: DeclarationNeeds, who: Declarer, evidenceId: string): Promise<Result<undefined>> {
  const draft = await ownDraft(tx, { lock: true });
  if (!draft || !(await deleteEvidence(tx, draft, evidenceId))) return refused(evidenceUnknown());
  await saved(tx, needs, who, { declaration: draft.declarationId, evidence: evidenceId, removed: true });
  return ok(undefined);
}

/** A paper of the draft, as it will be sent. E-EVIDENCE-UNKNOWN. */
export async function draftEvidence(tx: Tx, needs: DeclarationNeeds, personId: string, evidenceId: string): Promise<Result<Uint8Array>> {
  const draft = await ownDraft(tx);
  const pdf = draft && (await evidenceBytes(tx, needs.keys, await ownSalt(tx, personId), draft, evidenceId));
  return pdf ? ok(pdf) : refused(evidenceUnknown());
}

const saved = (tx: Tx, needs: DeclarationNeeds, who: Declarer, payload: object): Promise<unknown> =>
  recordAct(tx, needs, {
    act: 'declaration.saved',
    purpose: 'OWN_RECORD',
    bodyId: who.bodyId,
    objectId: who.personId,
    role: who.role,
    payload,
  });

const listed = (titles: readonly Bilingual[]): Bilingual => ({
  vi: titles.map(({ vi }) => vi.replace(/\.$/, '')).join('; '),
  en: titles.map(({ en }) => en.replace(/\.$/, '')).join('; '),
});

const NOT_THEIRS: Bilingual = { vi: 'giấy tờ của mục này do cơ quan đính kèm', en: 'papers of this group are attached by the agency' };
