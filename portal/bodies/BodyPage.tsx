/** /co-quan/:id: one body on a day, as known at a point; all its days, its changes, and the acts that the reader may ask for. */
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useBody } from '#portal/api/body-queries.ts';
import type { BodyPage as Page } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Dialog } from '#portal/parts/Dialog.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { dayText } from '#portal/parts/format.ts';
import { CodeMark } from '#portal/parts/CodeMark.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { asOfFrom, isNow, paramsOf, readAsOf } from '#portal/people/as-of.ts';
import type { AsOfWrong } from '#portal/people/as-of.ts';
import { BodyDays } from './BodyDays.tsx';
import { BodyHistory } from './BodyHistory.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import type { ActKind } from './change-request.ts';

const ACTS: readonly ActKind[] = ['rename', 'move', 'give-code', 'take-code', 'describe', 'attribute', 'establish', 'merge', 'end'];

export function BodyPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const asOf = asOfFrom(params);
  const query = useBody(id, asOf.validOn, asOf.knownAt);
  return (
    <Answered page={t('bodies.title')} query={query} lines={8}>
      {(page) => (
        <>
          <PageTitle
            title={page.now?.name ?? page.names.at(-1)?.name ?? t('bodies.title')}
            lead={
              page.now === null ? t('bodies.notThere', { day: dayText(page.validOn) }) : page.now.above.map(({ name }) => name).join(' › ')
            }
            back={{ to: '/co-quan', label: t('bodies.title') }}
          />
          <div className="stack">
            {!isNow(asOf) && (
              <div className="note warn row between">
                <span>
                  {t(page.knownAt === null ? 'bodies.shownOn' : 'bodies.shownKnown', {
                    day: dayText(page.validOn),
                    point: page.knownAt ?? '',
                  })}
                </span>
                <Button size="compact-sm" variant="default" onClick={() => setParams({})}>
                  {t('bodies.now')}
                </Button>
              </div>
            )}
            <Facts page={page} />
            <AsOfFields key={`${asOf.validOn} ${asOf.knownAt}`} asOf={asOf} onAsOf={(next) => setParams(paramsOf(next))} />
            {isNow(asOf) && <Acts page={page} />}
            <BodyDays page={page} />
            <BodyHistory id={id} onBefore={(knownAt) => setParams(paramsOf({ validOn: asOf.validOn, knownAt }))} />
          </div>
        </>
      )}
    </Answered>
  );
}

function Facts({ page }: { readonly page: Page }) {
  const { t, localize } = useWords();
  if (page.now === null) return null;
  const { now } = page;
  return (
    <section className="panel stack tight" aria-label={t('bodies.facts')}>
      <dl className="facts">
        <div>
          <dt>{t('bodies.fields.code')}</dt>
          <dd>
            {now.code === '' ? '–' : now.code} {page.standing === 'uncertain' && <CodeMark standing="uncertain" />}
          </dd>
        </div>
        <div>
          <dt>{t('bodies.fields.bodyKind')}</dt>
          <dd>{localize(now.kind.name)}</dd>
        </div>
        <div>
          <dt>{t('bodies.fields.level')}</dt>
          <dd>{localize(now.level.name)}</dd>
        </div>
        <div>
          <dt>{t('bodies.managing')}</dt>
          <dd>
            <Link to={`/co-quan/${now.managing.id}`}>{now.managing.name}</Link>
          </dd>
        </div>
      </dl>
      {page.standing === 'uncertain' && <p>{t('bodies.uncertainWhat')}</p>}
      {(page.standing === 'own' || page.standing === 'none') && now.above.length > 0 && (
        <p>
          <CodeMark standing={page.standing} /> {t('bodies.noIdentifierWhat')}
        </p>
      )}
    </section>
  );
}

interface AsOfProps {
  readonly asOf: ReturnType<typeof asOfFrom>;
  readonly onAsOf: (asOf: ReturnType<typeof asOfFrom>) => void;
}

function AsOfFields({ asOf, onAsOf }: AsOfProps) {
  const { t } = useWords();
  const [validOn, setValidOn] = useState(asOf.validOn === null ? '' : dayText(asOf.validOn));
  const [knownAt, setKnownAt] = useState(asOf.knownAt === null ? '' : String(asOf.knownAt));
  const [wrong, setWrong] = useState<AsOfWrong | null>(null);
  return (
    <form
      className="panel row"
      noValidate
      aria-label={t('bodies.asOf')}
      onSubmit={(event) => {
        event.preventDefault();
        const read = readAsOf({ validOn, knownAt });
        setWrong('wrong' in read ? read.wrong : null);
        if (!('wrong' in read)) onAsOf(read);
      }}
    >
      <TextInput
        label={t('bodies.onDay')}
        description={t('bodies.dayHint')}
        inputMode="numeric"
        value={validOn}
        error={wrong === 'validOnWrong' ? t('bodies.wrong.on') : undefined}
        onChange={(event) => setValidOn(event.currentTarget.value)}
      />
      <TextInput
        label={t('bodies.knownAt')}
        description={t('bodies.knownAtHint')}
        inputMode="numeric"
        value={knownAt}
        error={wrong === 'knownAtWrong' ? t('bodies.knownAtWrong') : undefined}
        onChange={(event) => setKnownAt(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" style={{ alignSelf: 'end' }}>
        {t('bodies.show')}
      </Button>
    </form>
  );
}

function Acts({ page }: { readonly page: Page }) {
  const { t } = useWords();
  const [kind, setKind] = useState<ActKind | null>(null);
  const acts: readonly ActKind[] = [...(page.mayAdd ? (['make'] as const) : []), ...(page.mayChange ? ACTS : [])];
  if (acts.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="body-acts">
      <h2 id="body-acts">{t('bodies.acts')}</h2>
      <p className="soft">{t('bodies.actsWhat')}</p>
      <div className="actions">
        {acts.map((one) => (
          <Button key={one} size="compact-md" variant="default" data-act={one} onClick={() => setKind(one)}>
            {t(`bodies.act.${one}`)}
          </Button>
        ))}
        <Link to="/tai-khoan?phan=lien-he">{t('bodies.contact')}</Link>
      </div>
      {kind !== null && (
        <Dialog title={`${t(`bodies.act.${kind}`)}: ${page.now?.name ?? ''}`} onClose={() => setKind(null)}>
          <ChangeForm page={page} kind={kind} onDone={() => setKind(null)} />
        </Dialog>
      )}
    </section>
  );
}
