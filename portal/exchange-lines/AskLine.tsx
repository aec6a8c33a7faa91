/** Asking that something of a line be set up, changed or ended; a second person decides. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import type { ExchangeLine } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NativeSelect, Textarea, TextInput } from '#portal/parts/fields.tsx';
import { bodyOf, kindsFor, membersOf, NOTHING_TYPED, type Typed } from './typed.ts';

type Body = Acts['/exchange/requests']['asked']['body'];

export function AskLine({ line }: { readonly line: ExchangeLine }) {
  const { t } = useWords();
  const kinds = kindsFor(line);
  const [typed, setTyped] = useState<Typed>(NOTHING_TYPED);
  const kind = kinds.find((one) => one === typed.kind) ?? kinds[0];
  const ask = useAct('/exchange/requests', (body: Body) => ({ body }), [['exchange-lines']]);
  // Whoever asked for the last kind that fits still reads that it was sent: the form goes, its note stays.
  if (kind === undefined)
    return ask.isDone ? (
      <p className="note" role="status">
        {t('line.sent')}
      </p>
    ) : null;
  const put = (more: Partial<Typed>): void => setTyped({ ...typed, kind, ...more });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void ask
      .go(bodyOf(line.bodyId, { ...typed, kind }))
      .then(() => setTyped(NOTHING_TYPED))
      .catch(() => undefined); // told below
  };
  return (
    <section className="panel" aria-labelledby="ask-title">
      <form className="form" onSubmit={submit}>
        <h2 id="ask-title">{t('line.askTitle')}</h2>
        <NativeSelect
          label={t('line.askKind')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`line.kindOf.${value}`) }))}
          onChange={(event) => setTyped({ ...NOTHING_TYPED, kind: event.currentTarget.value as Typed['kind'], reason: typed.reason })}
        />
        {membersOf({ ...typed, kind }).map((member) => (
          <Member key={member} member={member} typed={typed} line={line} onChange={put} />
        ))}
        <Textarea
          label={t('line.askReason')}
          value={typed.reason}
          rows={2}
          minLength={10}
          maxLength={500}
          required
          onChange={(event) => put({ reason: event.currentTarget.value })}
        />
        {ask.error != null && <Failure error={ask.error} />}
        {ask.isDone && (
          <p className="note" role="status">
            {t('line.sent')}
          </p>
        )}
        <div className="actions">
          <Button type="submit" loading={ask.busy}>
            {t('line.send')}
          </Button>
        </div>
      </form>
    </section>
  );
}

interface MemberProps {
  readonly member: ReturnType<typeof membersOf>[number];
  readonly typed: Typed;
  readonly line: ExchangeLine;
  readonly onChange: (more: Partial<Typed>) => void;
}

function Member({ member, typed, line, onChange }: MemberProps) {
  const { t } = useWords();
  const choose = { value: '', label: t('line.choose') };
  switch (member) {
    case 'source':
    case 'kid':
    case 'name':
    case 'maker':
      return (
        <TextInput
          label={t(`line.partOf.${member}`)}
          value={typed[member]}
          maxLength={200}
          autoComplete="off"
          required
          onChange={(event) => onChange({ [member]: event.currentTarget.value })}
        />
      );
    case 'endsOn':
      return (
        <TextInput
          type="date"
          label={t('line.askEnds')}
          value={typed.endsOn}
          onChange={(event) => onChange({ endsOn: event.currentTarget.value })}
        />
      );
    case 'publicKey':
      return (
        <Textarea
          label={t('line.askKey')}
          description={t('line.askKeyHint')}
          value={typed.publicKey}
          rows={4}
          maxLength={8000}
          spellCheck={false}
          required
          onChange={(event) => onChange({ publicKey: event.currentTarget.value })}
        />
      );
    case 'certificate':
      return (
        <Textarea
          label={t('line.askCertificate')}
          value={typed.certificate}
          rows={4}
          maxLength={8000}
          spellCheck={false}
          required
          onChange={(event) => onChange({ certificate: event.currentTarget.value })}
        />
      );
    case 'networks':
      return (
        <Textarea
          label={t('line.askNetworks')}
          value={typed.networks}
          rows={2}
          spellCheck={false}
          onChange={(event) => onChange({ networks: event.currentTarget.value })}
        />
      );
    case 'carrier':
      return (
        <NativeSelect
          label={t('line.partOf.carrier')}
          value={typed.carrier}
          data={[
            { value: '', label: t('line.noCaller'), disabled: typed.kind === 'add-caller' },
            ...(['mtls', 'x-road', 'lgsp'] as const).map((value) => ({ value, label: t(`line.carrierOf.${value}`) })),
          ]}
          required={typed.kind === 'add-caller'}
          onChange={(event) => onChange({ carrier: event.currentTarget.value as Typed['carrier'] })}
        />
      );
    case 'confirms':
      return (
        <NativeSelect
          label={t('line.confirms')}
          value={typed.confirms}
          required
          data={[choose, ...(['queue', 'own-key'] as const).map((value) => ({ value, label: t(`line.confirmsOf.${value}`) }))]}
          onChange={(event) => onChange({ confirms: event.currentTarget.value as Typed['confirms'] })}
        />
      );
    case 'officer':
      return (
        <NativeSelect
          label={t('line.partOf.officer')}
          value={typed.officer}
          required
          data={[choose, ...line.officers.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => onChange({ officer: event.currentTarget.value })}
        />
      );
    case 'caller':
      return (
        <NativeSelect
          label={t('line.askCaller')}
          value={typed.caller}
          required
          data={[
            choose,
            ...(line.source?.callers ?? [])
              .filter(({ endsAt }) => endsAt === null)
              .map(({ carrier, name }) => ({ value: `${carrier} ${name}`, label: `${t(`line.carrierOf.${carrier}`)}: ${name}` })),
          ]}
          onChange={(event) => onChange({ caller: event.currentTarget.value })}
        />
      );
    case 'confirmingKey':
      return (
        <NativeSelect
          label={t('line.askKeyName')}
          value={typed.kid}
          required
          data={[
            choose,
            ...(line.source?.confirmers ?? [])
              .filter(({ endsAt }) => endsAt === null)
              .map(({ kid, officer }) => ({ value: kid, label: `${kid}: ${officer}` })),
          ]}
          onChange={(event) => onChange({ kid: event.currentTarget.value })}
        />
      );
  }
}
