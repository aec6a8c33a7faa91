/** The form of one act on a body: what is to change, from which day, on which decision. Sent to the second person, or kept as a draft. */
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { BODIES_STALE } from '#portal/api/body-queries.ts';
import { useAct } from '#portal/api/act-on.ts';
import type { BodyPage } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NativeSelect, TextInput } from '#portal/parts/fields.tsx';
import type { Choice } from '#portal/parts/fields.tsx';
import { FIELDS_OF, NOTHING_TYPED, changeOf, optionalIn } from './change-request.ts';
import type { ActKind, ChangeBody, TypedField } from './change-request.ts';
import { DecisionFields } from './DecisionFields.tsx';
import { FindBody } from './FindBody.tsx';

/** Fields that are chosen from entries of a list. */
const isListed = (name: TypedField, choices: BodyPage['choices']): name is keyof BodyPage['choices'] => name in choices;

export function ChangeForm({ page, kind, onDone }: { readonly page: BodyPage; readonly kind: ActKind; readonly onDone: () => void }) {
  const { t, localize } = useWords();
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [wrong, setWrong] = useState<readonly TypedField[]>([]);
  const [file, setFile] = useState<string | null>(null);
  const [parent, setParent] = useState<string | null>(null);
  const ask = useAct('/body-changes', (body: ChangeBody) => ({ body }), BODIES_STALE);
  const set = (name: TypedField, value: string): void => setTyped({ ...typed, [name]: value });
  const codes = page.codes.filter(({ until }) => until === null || until > page.validOn);
  /** the other body that the act speaks of */
  const other = kind === 'move' ? 'parentId' : kind === 'merge' ? 'intoId' : null;
  const submit = (send: boolean): void => {
    const schemeOf = (code: string): string | undefined => codes.find((one) => one.code === code)?.scheme;
    const request = changeOf(typed, { kind, bodyId: page.id, schemeOf }, { file, send });
    setWrong('wrong' in request ? request.wrong : []);
    if ('wrong' in request) return;
    void ask.go(request.body).catch(() => undefined); // the failure is shown
  };
  const choicesOf = (name: TypedField): readonly Choice[] | null => {
    if (isListed(name, page.choices)) return page.choices[name].map((entry) => ({ value: entry.code, label: localize(entry.name) }));
    if (name === 'scheme')
      return (['ma_dinh_danh', 'noi_bo', 'dvhc'] as const).map((value) => ({ value, label: t(`bodies.scheme.${value}`) }));
    if (name === 'code' && kind === 'take-code') return codes.map(({ code }) => ({ value: code, label: code }));
    return null;
  };
  const field = (name: TypedField) => {
    const shared = {
      name,
      label: t(`bodies.fields.${name}`),
      value: typed[name],
      required: !optionalIn(kind).has(name),
      error: wrong.includes(name) ? t(`bodies.wrong.${name}`) : undefined,
    };
    const choices = choicesOf(name);
    if (choices)
      return (
        <NativeSelect
          key={name}
          {...shared}
          data={[{ value: '', label: t('bodies.choose') }, ...choices]}
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      );
    return (
      <TextInput
        key={name}
        {...shared}
        description={name === 'on' ? t('bodies.onHint') : name === 'uncertain' ? t('bodies.uncertainHint') : undefined}
        autoComplete="off"
        inputMode={name === 'posts' || name === 'on' ? 'numeric' : undefined}
        onChange={(event) => set(name, event.currentTarget.value)}
      />
    );
  };
  if (ask.answer)
    return (
      <div className="note good" role="status">
        <p>{t(ask.answer.state === 'waiting' ? 'bodies.sent' : 'bodies.kept')}</p>
        <div className="actions">
          <Link to={`/co-quan/thay-doi/${ask.answer.id}`}>{t('bodies.openChange')}</Link>
          <Button size="compact-sm" variant="default" onClick={onDone}>
            {t('common.close')}
          </Button>
        </div>
      </div>
    );
  return (
    <form
      className="form"
      noValidate
      data-change-form={kind}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit(true);
      }}
    >
      {FIELDS_OF[kind].filter((name) => name !== 'parentId' && name !== 'intoId').map(field)}
      {other !== null && (
        <>
          <FindBody label={t(`bodies.fields.${other}`)}>
            {(one) => (
              <Button
                size="compact-sm"
                variant={one.id === typed[other] ? 'filled' : 'default'}
                aria-pressed={one.id === typed[other]}
                onClick={() => {
                  set(other, one.id);
                  setParent(one.name);
                }}
              >
                {one.name}
              </Button>
            )}
          </FindBody>
          {parent !== null && <p>{t('bodies.chosenParent', { name: parent })}</p>}
          {wrong.includes(other) && (
            <p className="field-error" role="alert">
              {t(`bodies.wrong.${other}`)}
            </p>
          )}
        </>
      )}
      {field('on')}
      <DecisionFields typed={typed} wrong={wrong} onType={set} onFile={setFile} />
      {ask.error !== null && <Failure error={ask.error} />}
      <div className="actions">
        <Button type="submit" loading={ask.busy}>
          {t('bodies.send')}
        </Button>
        <Button variant="default" loading={ask.busy} onClick={() => submit(false)}>
          {t('bodies.keep')}
        </Button>
      </div>
    </form>
  );
}
