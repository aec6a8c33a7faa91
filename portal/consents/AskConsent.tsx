/** The form by which a body asks: the code, what for, until when, and which parts, none of them ticked beforehand. */
import { useState, type FormEvent } from 'react';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import type { ConsentChoices } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Checkbox, NativeSelect, Textarea, TextInput } from '#portal/parts/fields.tsx';
import { dayText } from '#portal/parts/format.ts';
import { EMPTY, requestOf, toggled, type Missing, type Typed } from './consent-request.ts';

const LETTERS_MAX = 500;

export function AskConsent({ choices }: { readonly choices: ConsentChoices }) {
  const { t, localize } = useWords();
  const ask = useAct('/consents', (body: Acts['/consents']['asked']['body']) => ({ body }), [['consents']]);
  const [typed, setTyped] = useState(EMPTY);
  const [missing, setMissing] = useState<ReadonlySet<Missing>>(new Set());
  const type = (changed: Partial<Typed>): void => setTyped({ ...typed, ...changed });
  const wrong = (part: Missing): string | undefined => (missing.has(part) ? t(`consent.wrong.${part}`) : undefined);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const judged = requestOf(typed, choices);
    setMissing('missing' in judged ? judged.missing : new Set());
    if ('missing' in judged) return;
    ask.go(judged.body).then(
      () => setTyped(EMPTY),
      () => undefined, // the failure is shown
    );
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate aria-labelledby="ask-consent">
      <h2 id="ask-consent">{t('consent.ask')}</h2>
      <p className="soft">{t('consent.askWhat')}</p>
      <div className="form wide">
        <TextInput
          label={t('consent.code')}
          description={t('consent.codeHint')}
          value={typed.code}
          error={wrong('code')}
          onChange={(event) => type({ code: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
        />
        {choices.bodies.length > 1 && (
          <NativeSelect
            label={t('consent.body')}
            value={typed.body}
            onChange={(event) => type({ body: event.currentTarget.value })}
            data={choices.bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <NativeSelect
          label={t('consent.purpose')}
          value={typed.purpose}
          error={wrong('purpose')}
          onChange={(event) => type({ purpose: event.currentTarget.value })}
          data={[{ value: '', label: t('consent.choose') }, ...choices.purposes.map((one) => ({ value: one.code, label: localize(one) }))]}
        />
        <Textarea
          label={t('consent.reason')}
          description={t('consent.reasonHint')}
          rows={2}
          maxLength={LETTERS_MAX}
          value={typed.reason}
          error={wrong('reason')}
          onChange={(event) => type({ reason: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('consent.until')}
          description={t('consent.untilHint', { last: dayText(choices.lastUntil) })}
          min={choices.today}
          max={choices.lastUntil}
          value={typed.until}
          error={wrong('until')}
          onChange={(event) => type({ until: event.currentTarget.value })}
        />
      </div>
      <Parts choices={choices} typed={typed} onType={type} error={wrong('parts')} />
      {ask.error !== null && <Failure error={ask.error} />}
      {ask.isDone && (
        <div className="note good" role="status">
          {t('consent.asked')}
        </div>
      )}
      <div className="actions">
        <Button type="submit" loading={ask.busy} data-ask-consent>
          {t('consent.go')}
        </Button>
      </div>
    </form>
  );
}

interface PartsProps {
  readonly choices: ConsentChoices;
  readonly typed: Typed;
  readonly onType: (changed: Partial<Typed>) => void;
  readonly error: string | undefined;
}

function Parts({ choices, typed, onType, error }: PartsProps) {
  const { t, localize } = useWords();
  return (
    <fieldset className="choices">
      <legend>{t('consent.parts')}</legend>
      <p className="hint">{t('consent.partsHint')}</p>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <div className="ticks">
        {choices.groups.map(({ code, title, hasOrdinary, sensitive }) => (
          <div key={code} className="stack tight" data-consent-group={code}>
            {hasOrdinary && (
              <Checkbox
                label={localize(title)}
                checked={typed.groups.includes(code)}
                onChange={() => onType({ groups: toggled(typed.groups, code) })}
              />
            )}
            {sensitive.length > 0 && (
              <details>
                <summary>
                  {t('consent.sensitive')}
                  <span className="hidden-text"> – {localize(title)}</span>
                  {!hasOrdinary && ` – ${localize(title)}`}
                </summary>
                <div className="stack tight">
                  {sensitive.map(({ key, label }) => (
                    <Checkbox
                      key={key}
                      label={`${localize(label)} (${t('consent.isSensitive')})`}
                      checked={typed.fields.includes(key)}
                      onChange={() => onType({ fields: toggled(typed.fields, key) })}
                    />
                  ))}
                </div>
              </details>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
