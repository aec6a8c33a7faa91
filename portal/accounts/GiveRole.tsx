/** Giving a role to somebody by citizen number: the account is made when there is none. Roles that need a second administrator wait for one. */
import { useState, type FormEvent } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { NativeSelect, TextInput } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import type { GrantAnswer } from '#portal/api/generated/api.ts';
import { useAdministeredBodies } from '#portal/api/oversight-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { ROLES_GIVEN_BY_A_BODY } from '#standard/access/roles.ts';
import { ROLE_CODES } from '#standard/generated/role-codes.ts';
import { requestOf, type Typed } from './role-request.ts';
import { ACCOUNTS_STALE } from './stale.ts';

const EMPTY: Typed = { name: '', nationalId: '', role: '', bodyId: '', from: '' };

/** What came of giving a role, and the button. */
export function GiveEnd({
  error,
  answer,
  busy,
}: {
  readonly error: unknown;
  readonly answer: GrantAnswer | undefined;
  readonly busy: boolean;
}) {
  const { t } = useWords();
  return (
    <>
      {error !== null && <Failure error={error} />}
      {answer && (
        <div className="note good" role="status">
          {t(answer.grantId === null ? 'accounts.asked' : 'accounts.given')}
        </div>
      )}
      <div className="actions">
        <Button type="submit" loading={busy}>
          {t('accounts.giveGo')}
        </Button>
      </div>
    </>
  );
}

/** A role and the body that it is over, to choose from. */
export function RoleAndBody({
  typed,
  wrong,
  onType,
}: {
  readonly typed: Pick<Typed, 'role' | 'bodyId' | 'from'>;
  readonly wrong: ReadonlySet<string>;
  readonly onType: (changed: Partial<Typed>) => void;
}) {
  const { t, texts } = useWords();
  const bodies = useAdministeredBodies().data ?? [];
  const roles = texts('role') as Readonly<Record<string, string>>;
  // Roles of the whole country are given over the root of the installation alone, by two administrators of it.
  const offered = bodies.some(({ root }) => root) ? ROLE_CODES : ROLES_GIVEN_BY_A_BODY;
  return (
    <>
      <NativeSelect
        label={t('accounts.role')}
        value={typed.role}
        error={wrong.has('role') ? t('accounts.wrong.role') : undefined}
        onChange={(event) => onType({ role: event.currentTarget.value })}
        data={[{ value: '', label: t('accounts.choose') }, ...offered.map((role) => ({ value: role, label: roles[role] ?? role }))]}
        required
      />
      <NativeSelect
        label={t('accounts.body')}
        value={typed.bodyId}
        error={wrong.has('bodyId') ? t('accounts.wrong.bodyId') : undefined}
        onChange={(event) => onType({ bodyId: event.currentTarget.value })}
        data={[{ value: '', label: t('accounts.choose') }, ...bodies.map(({ id, name }) => ({ value: id, label: name }))]}
        required
      />
      <TextInput
        type="date"
        label={t('accounts.from')}
        value={typed.from}
        onChange={(event) => onType({ from: event.currentTarget.value })}
      />
    </>
  );
}

export function GiveRole() {
  const { t } = useWords();
  const give = useAct('/accounts', (body: Acts['/accounts']['asked']['body']) => ({ body }), ACCOUNTS_STALE);
  const [typed, setTyped] = useState(EMPTY);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const type = (changed: Partial<Typed>): void => setTyped({ ...typed, ...changed });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const judged = requestOf(typed);
    setWrong('wrong' in judged ? judged.wrong : new Set());
    if ('wrong' in judged) return;
    void give
      .go(judged.body)
      .then(() => setTyped(EMPTY))
      .catch(() => undefined); // the failure is shown
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate aria-labelledby="give-role">
      <h2 id="give-role">{t('accounts.give')}</h2>
      <p className="soft">{t('accounts.giveWhat')}</p>
      <div className="form wide">
        <TextInput
          label={t('accounts.name')}
          value={typed.name}
          error={wrong.has('name') ? t('accounts.wrong.name') : undefined}
          onChange={(event) => type({ name: event.currentTarget.value })}
          autoComplete="off"
          required
        />
        <TextInput
          label={t('accounts.nationalId')}
          value={typed.nationalId}
          error={wrong.has('nationalId') ? t('accounts.wrong.nationalId') : undefined}
          onChange={(event) => type({ nationalId: event.currentTarget.value })}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <RoleAndBody typed={typed} wrong={wrong} onType={type} />
      </div>
      <GiveEnd {...give} />
    </form>
  );
}
