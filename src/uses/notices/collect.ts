/** Makes notices of what happened: looks through the settled log for acts that change what somebody has to do or waits for, and tells what stands now. */
import { delegationsChanged } from '#authority/access/delegation.ts';
import { newBrowsers, passkeysOf } from '#authority/access/sign-in-news.ts';
import { settledEnds } from '#authority/access/leaving-ends.ts';
import { actsAfter } from '#authority/audit/acts-after.ts';
import type { ActOfLog } from '#authority/audit/acts-after.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { dayText, instantText } from '#base/vietnamese/time-text.ts';
import { SETTLED_IS_NEWS_DAYS } from '#record/value-reports/limits.ts';
import { DECLARE } from '#record/clocks/clocks-of.ts';
import { declarationsDue } from '#record/clocks/store.ts';
import { reportsToNotice } from '#record/value-reports/store.ts';
import { waitingCases } from '#record/cases/store.ts';
import { peopleStates } from '#record/confirmation/people-states.ts';
import { approvalsOf } from '#record/intake/approval-store.ts';
import { accountsOf } from '#record/intake/makers.ts';
import { latestFiles } from '#record/intake/store.ts';
import { besideNews } from './beside-news.ts';
import { consentNews, lookNews } from './consent-news.ts';
import { ACTS_AT_ONCE } from './limits.ts';
import type { Matter } from './matters.ts';
import type { NoticeNeeds } from './needs.ts';
import { makeNotices } from './news.ts';
import type { News } from './news.ts';
import { ABOUT_KEPT_APART, keptApartNews } from './kept-apart-news.ts';
import { ABOUT_MESSAGES, messageNews } from './message-news.ts';
import { ABOUT_REQUESTS, requestNews } from './request-news.ts';
import { accountsThatApprove, accountsThatMay, closeDone, lockCursor, moveCursor } from './store.ts';
import { ABOUT_TERMS, movedTermNews } from './terms-moved.ts';

/** Acts after which a submission, or a case, may stand otherwise than before. */
const ABOUT_SUBMISSIONS = [
  'receipt.issued',
  'submission.withdrawn',
  'sending.asked',
  'sending.taken-back',
  'sending.sent-back',
  'suggestion.accepted',
  'returned.answered',
  'submission.received',
];
/** Acts after which a declaration may have been refused before anybody looked at it. */
const ABOUT_CHECKS = ['submission.checked'];
const ABOUT_CASES = ['case.opened', 'case.consented', 'case.ended', 'case.completed', 'case.undone'];
/** Acts after which a reported value may stand otherwise, or be of another body. */
const ABOUT_REPORTS = ['value-report.made', 'value-report.settled', 'case.completed', 'case.undone'];
/** Acts after which a first declaration may be due, or is not any more. */
const ABOUT_DECLARATIONS = ['clock.started', 'clock.moved', 'clock.done', 'clock.void', 'declaration.sent', 'declaration.withdrawn'];
/** Acts of which the person of the account is told: another browser, another key. */
const ABOUT_SIGN_IN = ['session.opened', 'session.stepped-up', 'passkey.added', 'passkey.ended', 'passkey.released'];
/** Acts by which roles ended with a service, or by which that was taken back. */
const ABOUT_SERVICE = ['service.ended', 'service.taken-back'];
/** Acts after which a delegation may stand otherwise. */
const ABOUT_RIGHTS = ['grant.changed'];
/** Acts after which a consent may stand otherwise. */
const ABOUT_CONSENTS = ['consent.asked', 'consent.given', 'consent.refused', 'consent.withdrawn', 'consent.taken-back'];
const ABOUT_LOOKS = ['consent.looked'];
/** Comes after every other event of its transaction. */
const LAST_EVENT = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Earlier than anything was told: what was told once is not told again. */
const ONCE = '2000-01-01T00:00:00.000Z';

/** How submissions stand now: who is returned, who is in the register. What has no returned people any more is nobody's notice. */
async function submissionNews(tx: Tx, needs: NoticeNeeds, submissionIds: readonly string[]): Promise<readonly News[]> {
  const states = await peopleStates(tx, submissionIds);
  const news: News[] = [];
  const done: string[] = [];
  for (const { submissionId, number, accountIds, ofPerson } of await accountsOf(tx, submissionIds)) {
    const { by } = states(submissionId);
    const [returned, confirmed] = [by.returned ?? 0, by.registered ?? 0];
    if (returned > 0)
      news.push({
        matter: ofPerson ? 'declaration-returned' : 'returned',
        subjectId: submissionId,
        facts: { number, people: returned },
        accountIds,
      });
    else done.push(submissionId);
    if (confirmed > 0)
      news.push({
        matter: ofPerson ? 'declaration-confirmed' : 'confirmed',
        subjectId: submissionId,
        facts: { number, people: confirmed },
        accountIds,
      });
  }
  for (const matter of ['returned', 'declaration-returned', 'overdue-returned', 'declaration-overdue'] as const)
    await closeDone(tx, needs.clock.now(), matter, { done });
  return [...news, ...(await approvalNews(tx, needs, submissionIds))];
}

/** Declarations that could not be taken in, to their persons; `checked` alone are told, one that is on its way again is nobody's notice. */
async function refusedNews(
  tx: Tx,
  needs: NoticeNeeds,
  submissionIds: readonly string[],
  checked: ReadonlySet<string>,
): Promise<readonly News[]> {
  const refused = new Map(
    (await latestFiles(tx, submissionIds))
      .filter(({ source, stage, counts }) => source === 'person' && (stage === 'refused' || (stage === 'checked' && counts.rejected > 0)))
      .map((file) => [file.submissionId, file.round]),
  );
  await closeDone(tx, needs.clock.now(), 'declaration-refused', { done: submissionIds.filter((id) => !refused.has(id)) });
  return (
    await accountsOf(
      tx,
      [...refused.keys()].filter((id) => checked.has(id)),
    )
  ).map(({ submissionId, number, accountIds }) => ({
    matter: 'declaration-refused',
    subjectId: submissionId,
    facts: { number, round: refused.get(submissionId)! },
    accountIds,
  }));
}

/** Requests that wait for the head of a body, and those that came back to who asked. What was changed, decided or taken back since is nobody's notice. */
async function approvalNews(tx: Tx, needs: NoticeNeeds, submissionIds: readonly string[]): Promise<readonly News[]> {
  const at = needs.clock.now();
  const files = await latestFiles(tx, submissionIds);
  const approvalOf = await approvalsOf(tx, files, at);
  const news: News[] = [];
  for (const file of files) {
    const { request } = approvalOf(file.submissionId);
    const stands = request !== null && file.stage === 'checked' && request.round === file.round && request.checks === file.checks;
    if (!stands) continue;
    const about = { subjectId: file.submissionId, facts: { number: file.uploadNumber, people: file.counts.accepted } };
    if (request.state === 'asked') {
      const heads = await accountsThatApprove(tx, file.bodyId);
      news.push({ matter: 'approval-asked', ...about, accountIds: heads.filter((id) => id !== request.askedBy.accountId) });
    }
    if (request.state === 'returned') news.push({ matter: 'approval-returned', ...about, accountIds: [request.askedBy.accountId] });
  }
  for (const matter of ['approval-asked', 'approval-returned'] as const) {
    const open = new Set(news.filter((one) => one.matter === matter).map((one) => one.subjectId));
    await closeDone(tx, at, matter, { done: submissionIds.filter((id) => !open.has(id)) });
  }
  return news;
}

/** Cases that wait, for who may answer them. Those that wait no more are nobody's notice. */
async function caseNews(tx: Tx, needs: NoticeNeeds): Promise<readonly News[]> {
  const waiting = await waitingCases(tx);
  await closeDone(tx, needs.clock.now(), 'case-opened', { keep: waiting.map((one) => one.caseId) });
  const mayAnswer = new Map<string, readonly string[]>();
  for (const bodyId of new Set(waiting.flatMap((one) => one.bodyIds)))
    mayAnswer.set(bodyId, await accountsThatMay(tx, ['case.decide'], bodyId));
  return waiting.map(({ caseId, bodyIds }) => ({
    matter: 'case-opened' as const,
    subjectId: caseId,
    facts: {},
    accountIds: [...new Set(bodyIds.flatMap((bodyId) => mayAnswer.get(bodyId) ?? []))],
  }));
}

/** Reported values that wait, for who works on them; those that were settled, for who reported them. */
async function reportNews(tx: Tx, needs: NoticeNeeds): Promise<readonly News[]> {
  const reports = await reportsToNotice(tx, `${addDays(needs.clock.today(), -SETTLED_IS_NEWS_DAYS)}T00:00:00.000Z`);
  const waiting = reports.filter(({ settled }) => !settled);
  await closeDone(tx, needs.clock.now(), 'value-reported', { keep: waiting.map((one) => one.reportId) });
  const mayWork = new Map<string, readonly string[]>();
  for (const bodyId of new Set(waiting.map((one) => one.bodyId))) mayWork.set(bodyId, await accountsThatMay(tx, ['mismatch.work'], bodyId));
  return reports.map(({ reportId, bodyId, dueOn, byAccount, settled }) => ({
    matter: settled ? ('value-report-settled' as const) : ('value-reported' as const),
    subjectId: reportId,
    facts: settled ? {} : { due: dayText(dueOn) },
    // Who reported it is no officer of it.
    accountIds: settled ? [byAccount] : (mayWork.get(bodyId) ?? []).filter((id) => id !== byAccount),
  }));
}

/** First declarations that are due, for their person; who has never signed in has no account, and reads it on the own page the first time. */
async function declarationNews(tx: Tx, needs: NoticeNeeds): Promise<readonly News[]> {
  const due = await declarationsDue(tx, DECLARE);
  const keep = due.map(({ clockId }) => clockId);
  for (const matter of ['declaration-due', 'declaration-called'] as const) await closeDone(tx, needs.clock.now(), matter, { keep });
  return due.map(({ clockId, lastDay, accountId, called }) => ({
    matter: called ? ('declaration-called' as const) : ('declaration-due' as const),
    subjectId: clockId,
    facts: { due: dayText(lastDay) },
    accountIds: [accountId],
  }));
}

/** Rights that were lent, or whose lending was ended, for both sides. Who ended it is told too: it is on their page either way. */
async function delegationNews(tx: Tx, needs: NoticeNeeds, after: string, until: string): Promise<readonly News[]> {
  const changed = await delegationsChanged(tx, after, until);
  await closeDone(tx, needs.clock.now(), 'lent', { done: changed.filter(({ ended }) => ended).map(({ id }) => id) });
  return changed.map(({ id, from, to, accountIds, ended }) => ({
    matter: ended ? ('lending-ended' as const) : ('lent' as const),
    subjectId: id,
    facts: { from: dayText(from), until: dayText(addDays(to, -1)) },
    accountIds,
  }));
}

/** Roles that ended because somebody left the service, for who administers there; and that a corrected record says otherwise. Without a role nobody is told. */
async function serviceNews(tx: Tx, acts: readonly ActOfLog[]): Promise<readonly News[]> {
  const ends = new Map(
    (await settledEnds(tx, [...new Set(acts.flatMap(({ objectId }) => objectId ?? []))])).map((end) => [end.endId, end]),
  );
  const news: News[] = [];
  for (const { act, objectId } of acts) {
    const end = ends.get(objectId ?? '');
    if (!end || end.roles === 0) continue;
    const matter = act === 'service.ended' ? ('service-ended' as const) : ('service-taken-back' as const);
    const accountIds = (await accountsThatMay(tx, ['grants.change'], end.bodyId)).filter((id) => !end.accountIds.includes(id));
    news.push({ matter, subjectId: end.endId, facts: { day: dayText(end.onDay), roles: end.roles }, accountIds });
  }
  return news;
}

/** What happened to somebody's own way in: they know best whether it was them. */
async function signInNews(tx: Tx, needs: NoticeNeeds, acts: readonly ActOfLog[]): Promise<readonly News[]> {
  const objectsOf = (...names: readonly string[]): string[] => [
    ...new Set(acts.filter(isAbout(names)).flatMap(({ objectId }) => objectId ?? [])),
  ];
  const day = dayText(needs.clock.today());
  const browsers = await newBrowsers(tx, objectsOf('session.opened'));
  const passkeys = new Map(
    (await passkeysOf(tx, objectsOf('passkey.added', 'passkey.ended', 'session.stepped-up'))).map((one) => [one.passkeyId, one]),
  );
  const ofPasskeys = (act: string, matter: Matter): News[] =>
    objectsOf(act).flatMap((id) => {
      const passkey = passkeys.get(id);
      return passkey ? [{ matter, subjectId: id, facts: { day }, accountIds: [passkey.accountId] }] : [];
    });
  return [
    ...browsers.map(({ sessionId, accountId, agent, at }) => ({
      matter: 'signed-in-anew' as const,
      subjectId: sessionId,
      facts: { agent, at: instantText(at) },
      accountIds: [accountId],
    })),
    ...ofPasskeys('passkey.added', 'passkey-added'),
    ...ofPasskeys('passkey.ended', 'passkey-ended'),
    ...objectsOf('passkey.released').map((accountId) => ({
      matter: 'passkey-released' as const,
      subjectId: accountId,
      facts: { day },
      accountIds: [accountId],
    })),
    ...objectsOf('session.stepped-up').flatMap((id) => {
      const passkey = passkeys.get(id);
      return passkey?.newIn
        ? [{ matter: 'passkey-elsewhere' as const, subjectId: id, facts: { day, agent: passkey.newIn }, accountIds: [passkey.accountId] }]
        : [];
    }),
  ];
}

/** What is asked, given, withdrawn: once of each consent; that somebody looked: once a day. */
async function tellOfConsents(tx: Tx, needs: NoticeNeeds, acts: readonly ActOfLog[]): Promise<void> {
  const today = needs.clock.today();
  const people = [...new Set(acts.filter(isAbout(ABOUT_CONSENTS)).flatMap(({ objectId }) => objectId ?? []))];
  if (people.length > 0) {
    const { news, answered } = await consentNews(tx, people, today);
    await closeDone(tx, needs.clock.now(), 'consent-asked', { done: answered });
    await makeNotices(tx, needs, news, { notSince: ONCE, isNews: false });
  }
  const readings = acts.filter(isAbout(ABOUT_LOOKS)).map(({ eventId }) => eventId);
  if (readings.length === 0) return;
  // A day of Việt Nam begins at 17:00 UTC of the day before.
  await makeNotices(tx, needs, await lookNews(tx, readings), { notSince: `${addDays(today, -1)}T17:00:00.000Z`, isNews: true });
}

const isAbout = (names: readonly string[]) => (one: ActOfLog) => names.includes(one.act);

/**
 * One round, in one transaction: its place in the log moves with what it told, so that a round that was cut off is done again whole.
 *
 * @param handle  a system session for the whole installation
 * @returns 'more': the log goes on behind it
 */
export async function collectOnce(needs: NoticeNeeds, handle: SessionHandle): Promise<'more' | 'done'> {
  return needs.db.transaction(handle, async (tx) => {
    const place = await lockCursor(tx);
    const { acts, settled } = await actsAfter(
      tx,
      place,
      [
        ...ABOUT_SUBMISSIONS,
        ...ABOUT_CHECKS,
        ...ABOUT_CASES,
        ...ABOUT_REPORTS,
        ...ABOUT_REQUESTS,
        ...ABOUT_MESSAGES,
        ...ABOUT_KEPT_APART,
        ...ABOUT_DECLARATIONS,
        ...ABOUT_RIGHTS,
        ...ABOUT_SERVICE,
        ...ABOUT_SIGN_IN,
        ...ABOUT_TERMS,
        ...ABOUT_CONSENTS,
        ...ABOUT_LOOKS,
      ],
      ACTS_AT_ONCE,
    );
    const submissionIds = [...new Set(acts.filter(isAbout(ABOUT_SUBMISSIONS)).flatMap((one) => one.objectId ?? []))];
    const checked = new Set(acts.filter(isAbout(ABOUT_CHECKS)).flatMap((one) => one.objectId ?? []));
    const news = [
      ...(submissionIds.length + checked.size > 0
        ? await refusedNews(tx, needs, [...new Set([...submissionIds, ...checked])], checked)
        : []),
      ...(submissionIds.length > 0 ? await submissionNews(tx, needs, submissionIds) : []),
      ...(acts.some(isAbout(ABOUT_CASES)) ? await caseNews(tx, needs) : []),
    ];
    if (submissionIds.length > 0) await makeNotices(tx, needs, await besideNews(tx, submissionIds), { notSince: ONCE, isNews: false });
    const { confirmed = [], others = [] } = Object.groupBy(news, (one) => (one.matter === 'case-opened' ? 'others' : 'confirmed'));
    await makeNotices(tx, needs, confirmed, { notSince: null, isNews: true });
    // A case is told once: answered, it is closed; seen, it is known.
    await makeNotices(tx, needs, others, { notSince: ONCE, isNews: false });
    await makeNotices(tx, needs, await serviceNews(tx, acts.filter(isAbout(ABOUT_SERVICE))), { notSince: ONCE, isNews: false });
    await makeNotices(tx, needs, await signInNews(tx, needs, acts.filter(isAbout(ABOUT_SIGN_IN))), { notSince: null, isNews: true });
    const last = acts.at(-1);
    if (acts.some(isAbout(ABOUT_REPORTS))) await makeNotices(tx, needs, await reportNews(tx, needs), { notSince: ONCE, isNews: false });
    if (acts.some(isAbout(ABOUT_TERMS)))
      // Moved again is told again, to that body; that fewer run is not.
      for (const { news: one, notSince } of await movedTermNews(tx, needs))
        await makeNotices(tx, needs, [one], { notSince, isNews: false });
    if (acts.some(isAbout(ABOUT_KEPT_APART)))
      await makeNotices(tx, needs, await keptApartNews(tx, needs), { notSince: ONCE, isNews: false });
    if (acts.some(isAbout(ABOUT_REQUESTS))) await makeNotices(tx, needs, await requestNews(tx, needs), { notSince: ONCE, isNews: false });
    if (acts.some(isAbout(ABOUT_MESSAGES))) await makeNotices(tx, needs, await messageNews(tx, needs), { notSince: ONCE, isNews: false });
    if (acts.some(isAbout(ABOUT_DECLARATIONS)))
      await makeNotices(tx, needs, await declarationNews(tx, needs), { notSince: ONCE, isNews: false });
    if (acts.some(isAbout(ABOUT_RIGHTS)))
      await makeNotices(tx, needs, await delegationNews(tx, needs, place.tx, last?.tx ?? settled), { notSince: ONCE, isNews: false });
    await tellOfConsents(tx, needs, acts);
    const isFull = acts.length === ACTS_AT_ONCE && last !== undefined;
    // Without anything to tell the place follows the settled point, so that old acts are not looked through again and again.
    if (isFull) await moveCursor(tx, last);
    else if (BigInt(settled) > BigInt(place.tx)) await moveCursor(tx, { tx: settled, eventId: LAST_EVENT });
    return isFull ? 'more' : 'done';
  });
}
