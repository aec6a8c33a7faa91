/** The form by which one lends one's right to decide. */
import { useState, type FormEvent } from 'react';
import { Button } from '#portal/parts/Button.tsx';
import { Checkbox, NativeSelect, TextInput, Textarea } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import type { MyDelegations } from '#portal/api/generated/api.ts';
import { useLendingBodies } from '#portal/api/oversight-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { EMPTY, requestOf, type Typed } from './delegation-request.ts';

const STALE = [['delegations'], ['session'], ['home']] as const;
type Right = MyDelegations['rights'][number];

export function GiveDelegation({ rights, daysMax }: Pick<MyDelegations, 'rights' | 'daysMax'>) {
  const { t, localize } = useWords();
  const give = useAct('/my/delegations', (body: Acts['/my/delegations']['asked']['body']) => ({ body }), STALE);
  const [typed, setTyped] = useState(EMPTY);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const type = (changed: Partial<Typed>): void => setTyped({ ...typed, ...changed });
  const right = rights[Number(typed.right)] ?? rights[0]!;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const judged = requestOf(typed, right.role);
    setWrong('wrong' in judged ? judged.wrong : new Set());
    if ('wrong' in judged) return;
    void give
      .go(judged.body)
      .then(() => setTyped(EMPTY))
      .catch(() => undefined); // the failure is shown
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate aria-labelledby="give-delegation">
      <h2 id="give-delegation">{t('delegations.give')}</h2>
      {right.needsSecond && <p className="note">{t('delegations.second')}</p>}
      <div className="form wide">
        {rights.length > 1 && (
          <NativeSelect
            label={t('delegations.right')}
            value={typed.right}
            onChange={(event) => type({ right: event.currentTarget.value, bodyId: '', accountId: '', kinds: [] })}
            data={rights.map((one, index) => ({ value: String(index), label: `${localize(one.roleName)} · ${one.body.name}` }))}
          />
        )}
        <Whom right={right} typed={typed} wrong={wrong} onType={type} />
        <Kinds right={right} typed={typed} onType={type} />
        <Days typed={typed} wrong={wrong} daysMax={daysMax} onType={type} />
        <Basis typed={typed} wrong={wrong} onType={type} />
      </div>
      {give.error !== null && <Failure error={give.error} />}
      {give.answer && (
        <div className="note good" role="status">
          {t(give.answer.waits ? 'delegations.asked' : 'delegations.done')}
        </div>
      )}
      <div className="actions">
        <Button type="submit" loading={give.busy} data-delegate>
          {t('delegations.go')}
        </Button>
      </div>
    </form>
  );
}

interface Part {
  readonly typed: Typed;
  readonly wrong: ReadonlySet<string>;
  readonly onType: (changed: Partial<Typed>) => void;
}

/** At which agency, and to whom. */
function Whom({ right, typed, wrong, onType }: Part & { readonly right: Right }) {
  const { t } = useWords();
  const bodies = useLendingBodies().data ?? [];
  const within = bodies.filter(({ code }) => code === right.body.code || code.startsWith(`${right.body.code}.`));
  return (
    <>
      <NativeSelect
        label={t('delegations.body')}
        value={typed.bodyId}
        error={wrong.has('bodyId') ? t('delegations.wrong.bodyId') : undefined}
        onChange={(event) => onType({ bodyId: event.currentTarget.value })}
        data={[
          { value: '', label: t('delegations.choose') },
          ...(within.length > 0 ? within : bodies).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        required
      />
      {right.colleagues.length === 0 ? (
        <p className="note">{t('delegations.nobody')}</p>
      ) : (
        <NativeSelect
          label={t('delegations.to')}
          value={typed.accountId}
          error={wrong.has('accountId') ? t('delegations.wrong.accountId') : undefined}
          onChange={(event) => onType({ accountId: event.currentTarget.value })}
          data={[
            { value: '', label: t('delegations.choose') },
            ...right.colleagues.map(({ accountId, name }) => ({ value: accountId, label: name })),
          ]}
          required
        />
      )}
    </>
  );
}

function Kinds({ right, typed, onType }: Omit<Part, 'wrong'> & { readonly right: Right }) {
  const { t, localize } = useWords();
  return (
    <fieldset className="stack tight">
      <legend>{t('delegations.kinds')}</legend>
      {right.kinds.map(({ kind, name, always }) => (
        <Checkbox
          key={kind}
          label={localize(name)}
          checked={always || typed.kinds.includes(kind)}
          disabled={always}
          onChange={(event) =>
            onType({ kinds: event.currentTarget.checked ? [...typed.kinds, kind] : typed.kinds.filter((one) => one !== kind) })
          }
        />
      ))}
    </fieldset>
  );
}

function Days({ typed, wrong, daysMax, onType }: Part & Pick<MyDelegations, 'daysMax'>) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        type="date"
        label={t('delegations.from')}
        value={typed.from}
        error={wrong.has('from') ? t('delegations.wrong.from') : undefined}
        onChange={(event) => onType({ from: event.currentTarget.value })}
        required
      />
      <TextInput
        type="date"
        label={t('delegations.until')}
        description={daysMax === null ? undefined : t('delegations.untilHint', { days: daysMax })}
        value={typed.until}
        error={wrong.has('until') ? t('delegations.wrong.until') : undefined}
        onChange={(event) => onType({ until: event.currentTarget.value })}
        required
      />
    </>
  );
}

function Basis({ typed, wrong, onType }: Part) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t('delegations.decisionNumber')}
        value={typed.decisionNumber}
        maxLength={60}
        onChange={(event) => onType({ decisionNumber: event.currentTarget.value })}
        autoComplete="off"
      />
      <TextInput
        type="date"
        label={t('delegations.decisionDay')}
        value={typed.decisionDay}
        onChange={(event) => onType({ decisionDay: event.currentTarget.value })}
      />
      <Textarea
        label={t('delegations.reason')}
        value={typed.reason}
        maxLength={300}
        error={wrong.has('basis') ? t('delegations.wrong.basis') : undefined}
        onChange={(event) => onType({ reason: event.currentTarget.value })}
      />
    </>
  );
}
