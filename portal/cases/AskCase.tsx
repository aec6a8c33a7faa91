/** /viec/tiep-nhan, /viec/chuyen-di/:personId, /viec/biet-phai/:personId, /viec/kiem-nhiem/:personId, /viec/doi-so/:personId, /viec/hop-nhat/:personId: the decision a case stands on, and who it is about. */
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { NativeSelect, Textarea, TextInput } from '#portal/parts/fields.tsx';
import { useAct } from '#portal/api/act-on.ts';
import { useAskingBodies } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { FIELDS_OF, NOTHING_TYPED, PATH_OF, requestOf, type Asked, type AskKind, type Typed, type Wrong } from './ask-request.ts';

const NUMBERS: ReadonlySet<keyof Typed> = new Set(['nationalId', 'newNationalId', 'decisionDate', 'effectiveOn', 'untilOn']);
const DAYS: ReadonlySet<keyof Typed> = new Set(['decisionDate', 'effectiveOn', 'untilOn']);

export const AskTransfer = () => <AskCase what="ask" />;
export const OfferPerson = () => <AskCase what="offer" />;
export const SecondPerson = () => <AskCase what="second" />;
export const BesidePost = () => <AskCase what="beside" />;
export const ChangeNumber = () => <AskCase what="number" />;
export const MergeInto = () => <AskCase what="merge" />;

function AskCase({ what }: { readonly what: AskKind }) {
  const { t } = useWords();
  const { personId } = useParams();
  const navigate = useNavigate();
  const bodies = useAskingBodies().data ?? [];
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [wrong, setWrong] = useState<Wrong>({});
  const ask = useAct(PATH_OF[what], (request: Asked) => request, [['cases'], ['home'], ['person']]);
  // Who works for one body does not choose it.
  const whole: Typed = { ...typed, bodyId: typed.bodyId || (bodies.length === 1 ? bodies[0]!.id : '') };
  const go = (): void => {
    const request = requestOf(what, whole, personId);
    setWrong('wrong' in request ? request.wrong : {});
    if ('wrong' in request) return;
    ask.go(request).then(
      ({ caseId }) => navigate(`/viec/${caseId}`),
      () => undefined, // told below
    );
  };
  const set = (field: keyof Typed, text: string): void => setTyped({ ...typed, [field]: text });
  const field = (name: keyof Typed): ReactNode => {
    const error = wrong[name] ? t(`cases.form.${wrong[name]}`) : undefined;
    const label = t(
      `cases.form.${name === 'bodyId' ? 'body' : name === 'receiving' && what === 'second' ? 'using' : name === 'receiving' && what === 'beside' ? 'postAt' : name === 'untilOn' && what === 'beside' ? 'untilFree' : name === 'nationalId' && what === 'merge' ? 'otherNumber' : name}`,
    );
    if (name === 'bodyId')
      return (
        <NativeSelect
          key={name}
          label={label}
          value={whole.bodyId}
          onChange={(event) => set(name, event.currentTarget.value)}
          error={error}
          data={[{ value: '', label: '' }, ...bodies.map((body) => ({ value: body.id, label: body.name }))]}
        />
      );
    return (
      <TextInput
        key={name}
        label={label}
        description={DAYS.has(name) ? t('cases.form.dayHint') : undefined}
        inputMode={NUMBERS.has(name) ? 'numeric' : undefined}
        autoComplete="off"
        value={typed[name]}
        onChange={(event) => set(name, event.currentTarget.value)}
        error={error}
      />
    );
  };
  return (
    <>
      <PageTitle title={t(`cases.form.${what}`)} lead={t(`cases.form.${what}Lead`)} back={{ to: '/viec', label: t('cases.title') }} />
      <form
        className="panel form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {FIELDS_OF[what].map(field)}
        <Textarea label={t('cases.form.reason')} value={typed.reason} onChange={(event) => set('reason', event.currentTarget.value)} />
        {ask.error != null && <Failure error={ask.error} />}
        <div className="actions">
          <Button type="submit" loading={ask.busy}>
            {t('cases.form.go')}
          </Button>
        </div>
      </form>
    </>
  );
}
