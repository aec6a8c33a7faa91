/** A person's own passkeys: seen, added, removed; and stepping up, for what is signed or given next. */
import type { FastifyInstance } from 'fastify';
import { nobody } from '#authority/access/frame.ts';
import type { AskedOf } from '#authority/access/frame.ts';
import { stepUpNeeded } from '#authority/access/problems.ts';
import type { Actor } from '#authority/access/shapes.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import { route } from '#authority/audit/route.ts';
import type { Database, Tx } from '#base/database/transaction.ts';
import { empty, json } from '#base/http/answer.ts';
import { ById } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { stepUpRulesOn } from '#standard/access/step-up.ts';
import { WHY_NOT, addingOf } from './adding.ts';
import { optionsToAdd, optionsToStepUp, verifyAdded, verifySteppedUp } from './ceremony.ts';
import type { RelyingParty } from './ceremony.ts';
import { CHALLENGE_BYTES, CHALLENGE_SECONDS_MAX } from './limits.ts';
import { challengeNotThere, lastPasskey, mayNotAdd, passkeyCloned, passkeyNotFound, passkeyNotVerified } from './problems.ts';
import { AddRequest, CeremonyOptions, MyPasskeys, PasskeyShape, StepUpRequest, SteppedUp } from './shapes.ts';
import type { Adding } from './shapes.ts';
import { addPasskey, endPasskey, keepChallenge, livingPasskeys, passkeyHistory, stepUp, takeChallenge } from './store.ts';
import type { PasskeyRow } from './store.ts';

export interface PasskeyNeeds extends AuditNeeds {
  readonly db: Database;
  readonly keys: AuditNeeds['keys'] & Pick<Keys, 'sessionSecret' | 'keyedHash'>;
  readonly party: RelyingParty;
}

const shapeOf = ({ passkeyId, name, addedAt, usedAt, isSynced }: PasskeyRow) => ({ id: passkeyId, name, addedAt, usedAt, isSynced });

const ALREADY = { vi: 'khóa này đã được đăng ký cho một tài khoản', en: 'this key belongs to an account already' };
const NOT_MINE = { vi: 'đây không phải khóa của anh/chị, hoặc khóa đã kết thúc', en: 'this is none of your passkeys, or it has ended' };

export function passkeyRoutes(app: FastifyInstance, needs: PasskeyNeeds): void {
  const challengeFor = async (tx: Tx, purpose: 'add' | 'step-up'): Promise<Buffer> => {
    const challenge = Buffer.from(needs.chance.bytes(CHALLENGE_BYTES));
    await keepChallenge(tx, purpose, challenge);
    return challenge;
  };
  const adding = async (tx: Tx, actor: Actor, living: number): Promise<Adding> =>
    addingOf({ ...(await passkeyHistory(tx)), living, isSteppedUp: actor.steppedUpAt !== undefined });
  /** The living passkeys, where one may be added now. */
  const whereOneMayBeAdded = async ({ tx, actor }: Pick<AskedOf, 'tx' | 'actor'>): Promise<Result<readonly PasskeyRow[]>> => {
    const living = await livingPasskeys(tx, actor.accountId);
    const why = WHY_NOT[await adding(tx, actor, living.length)];
    return why ? refused(mayNotAdd({ why })) : ok(living);
  };
  const note = (tx: Tx, actor: Actor, act: 'passkey.added' | 'passkey.ended' | 'session.stepped-up', passkeyId: string, payload = {}) =>
    recordAct(tx, needs, { act, purpose: 'SIGN_IN', bodyId: actor.grants[0]?.bodyId ?? null, objectId: passkeyId, payload });

  route(app, needs, {
    id: 'listMyPasskeys',
    tag: 'session',
    summary: { vi: 'Khóa truy cập của tôi', en: 'My passkeys' },
    method: 'GET',
    path: '/api/v1/my/passkeys',
    act: 'sessions.own',
    read: nobody('one’s own passkeys'),
    answer: json(MyPasskeys),
    work: async ({ tx, actor }) => {
      const living = await livingPasskeys(tx, actor.accountId);
      return ok({ items: living.map(shapeOf), adding: await adding(tx, actor, living.length) });
    },
  });

  route(app, needs, {
    id: 'beginPasskey',
    tag: 'session',
    summary: { vi: 'Bắt đầu thêm khóa truy cập', en: 'Begins to add a passkey' },
    method: 'POST',
    path: '/api/v1/my/passkeys/challenge',
    act: 'sessions.own',
    read: nobody('what the own device must sign'),
    answer: json(CeremonyOptions),
    problems: [mayNotAdd],
    work: async ({ tx, actor }) => {
      const living = await whereOneMayBeAdded({ tx, actor });
      if (!living.ok) return living;
      const challenge = await challengeFor(tx, 'add');
      // Devices keep this name of the account for ever: it must say nothing of the person, and be the same each time.
      const account = Buffer.from(needs.keys.keyedHash('passkey-user', actor.accountId), 'hex');
      return ok({ options: await optionsToAdd(needs.party, { challenge, account, name: actor.name, existing: living.value }) });
    },
  });

  route(app, needs, {
    id: 'addPasskey',
    tag: 'session',
    summary: { vi: 'Thêm khóa truy cập', en: 'Adds a passkey' },
    method: 'POST',
    path: '/api/v1/my/passkeys',
    body: AddRequest,
    act: 'sessions.own',
    answer: json(PasskeyShape, 201),
    problems: [mayNotAdd, challengeNotThere, passkeyNotVerified],
    work: async ({ tx, actor, body }) => {
      const challenge = await takeChallenge(tx, 'add');
      if (!challenge) return refused(challengeNotThere({ seconds: CHALLENGE_SECONDS_MAX }));
      const living = await whereOneMayBeAdded({ tx, actor });
      if (!living.ok) return living;
      const verified = await verifyAdded(needs.party, challenge, body.answer);
      if (!verified.ok) return verified;
      const passkeyId = needs.chance.uuid7(Date.parse(needs.clock.now()));
      const added = { ...verified.value, passkeyId, name: body.name.trim() };
      if (!(await addPasskey(tx, needs.keys, actor.sessionId, added))) return refused(passkeyNotVerified({ why: ALREADY }));
      await note(tx, actor, 'passkey.added', passkeyId, { model: added.model, synced: added.isSynced });
      const kept = (await livingPasskeys(tx, actor.accountId)).find((one) => one.passkeyId === passkeyId);
      return ok(shapeOf(kept!));
    },
  });

  route(app, needs, {
    id: 'endMyPasskey',
    tag: 'session',
    summary: { vi: 'Bỏ một khóa truy cập của tôi', en: 'Removes one of my passkeys' },
    method: 'DELETE',
    path: '/api/v1/my/passkeys/:id',
    params: ById,
    act: 'sessions.own',
    answer: empty,
    problems: [passkeyNotFound, lastPasskey, stepUpNeeded],
    work: async ({ tx, actor, params: { id } }) => {
      const living = await livingPasskeys(tx, actor.accountId);
      if (!living.some(({ passkeyId }) => passkeyId === id)) return refused(passkeyNotFound());
      if (living.length === 1) return refused(lastPasskey());
      if (actor.steppedUpAt === undefined) return refused(stepUpNeeded({ minutes: stepUpRulesOn(needs.clock.today()).freshMinutes }));
      if (!(await endPasskey(tx, id, 'removed'))) return refused(passkeyNotFound());
      await note(tx, actor, 'passkey.ended', id, { why: 'removed' });
      return ok(undefined);
    },
  });

  route(app, needs, {
    id: 'beginStepUp',
    tag: 'session',
    summary: { vi: 'Bắt đầu xác thực bằng khóa truy cập', en: 'Begins to verify with a passkey' },
    method: 'POST',
    path: '/api/v1/session/step-up/challenge',
    act: 'sessions.own',
    read: nobody('what the own device must sign'),
    answer: json(CeremonyOptions),
    problems: [passkeyNotFound],
    work: async ({ tx, actor }) => {
      const passkeys = await livingPasskeys(tx, actor.accountId);
      if (passkeys.length === 0) return refused(passkeyNotFound());
      return ok({ options: await optionsToStepUp(needs.party, { challenge: await challengeFor(tx, 'step-up'), passkeys }) });
    },
  });

  route(app, needs, {
    id: 'stepUp',
    tag: 'session',
    summary: { vi: 'Xác thực bằng khóa truy cập', en: 'Verifies with a passkey' },
    method: 'POST',
    path: '/api/v1/session/step-up',
    body: StepUpRequest,
    act: 'sessions.own',
    answer: json(SteppedUp),
    problems: [challengeNotThere, passkeyNotVerified, passkeyCloned],
    work: async ({ tx, actor, body: { answer } }) => {
      const challenge = await takeChallenge(tx, 'step-up');
      if (!challenge) return refused(challengeNotThere({ seconds: CHALLENGE_SECONDS_MAX }));
      const asked = Buffer.from(answer.id, 'base64url');
      const passkey = (await livingPasskeys(tx, actor.accountId)).find(({ credentialId }) => credentialId.equals(asked));
      if (!passkey) return refused(passkeyNotVerified({ why: NOT_MINE }));
      const verified = await verifySteppedUp(needs.party, challenge, passkey, answer);
      if (!verified.ok) return verified;
      if (verified.value.isCloned) {
        await endPasskey(tx, passkey.passkeyId, 'cloned');
        await note(tx, actor, 'passkey.ended', passkey.passkeyId, { why: 'cloned' });
        return refused(passkeyCloned());
      }
      const at = await stepUp(tx, needs.keys, actor.sessionId, passkey.passkeyId, verified.value.counter);
      await note(tx, actor, 'session.stepped-up', passkey.passkeyId);
      return ok({ at });
    },
  });
}
