/** What was asked about a line, and deciding it: by somebody else than who asked. */
import { useAct } from '#portal/api/act-on.ts';
import type { ExchangeLine, LineRequestRow } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { GrantOrRefuse, decisionBody, type Decision } from '#portal/parts/GrantOrRefuse.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { TakeBack } from '#portal/parts/TakeBack.tsx';
import { TONE_OF_REQUEST } from './tones.ts';

const STALE = [['exchange-lines']];
type Part = LineRequestRow['about'][number];

export function LineRequests({ line }: { readonly line: ExchangeLine }) {
  const { t } = useWords();
  return (
    <section className="panel stack" aria-labelledby="requests-title">
      <h2 id="requests-title">{t('line.requests')}</h2>
      {line.requests.length === 0 && <p className="soft">{t('line.noRequests')}</p>}
      {line.requests.map((one) => (
        <Request key={one.id} one={one} />
      ))}
    </section>
  );
}

function Request({ one }: { readonly one: LineRequestRow }) {
  const { t } = useWords();
  return (
    <article className="stack tight" data-state={one.state}>
      <h3>
        {t(`line.kindOf.${one.kind}`)} <Mark tone={TONE_OF_REQUEST[one.state]}>{t(`line.requestOf.${one.state}`)}</Mark>
      </h3>
      <dl className="pairs">
        {one.about.map((part) => (
          <Part key={part.what} part={part} />
        ))}
        <dt>{t('line.reason')}</dt>
        <dd>{one.reason}</dd>
      </dl>
      <p className="small soft">
        {t('line.askedBy', { name: one.askedBy, at: instantText(one.askedAt) })}
        {one.decidedBy !== null &&
          one.decidedAt !== null &&
          ` · ${t('line.decidedBy', { name: one.decidedBy, at: instantText(one.decidedAt) })}`}
      </p>
      {one.refusal !== null && <p>{one.refusal}</p>}
      {one.byMe && one.state === 'asked' && <p className="note">{t('line.byMe')}</p>}
      {mayDo(one, 'exchange.decide') && <Decide one={one} />}
      {one.byMe && mayDo(one, 'exchange.ask') && <TakeBackRequest id={one.id} />}
    </article>
  );
}

function Part({ part: { what, value } }: { readonly part: Part }) {
  const { t } = useWords();
  return (
    <>
      <dt>{t(`line.partOf.${what as 'kid'}`)}</dt>
      <dd className="break">{shown(what, value, t)}</dd>
    </>
  );
}

function shown(what: string, value: string, t: ReturnType<typeof useWords>['t']): string {
  if (what === 'endsOn') return dayText(value);
  if (what === 'carrier') return t(`line.carrierOf.${value as 'mtls'}`);
  return what === 'confirms' ? t(`line.confirmsOf.${value as 'queue'}`) : value;
}

function Decide({ one }: { readonly one: LineRequestRow }) {
  const { t } = useWords();
  const decide = useAct(
    '/exchange/requests/{id}/decision',
    (decision: Decision) => ({ path: { id: one.id }, body: decisionBody(decision) }),
    STALE,
  );
  return (
    <div className="form">
      {one.about.some(({ what }) => what === 'publicKey' || what === 'certificate') && <p className="note warn">{t('line.compare')}</p>}
      <GrantOrRefuse decide={decide} words={{ refuseWhy: t('line.refuseWhy'), grant: t('line.grant'), refuse: t('line.refuse') }} />
    </div>
  );
}

function TakeBackRequest({ id }: { readonly id: string }) {
  const { t } = useWords();
  const back = useAct('/exchange/requests/{id}/withdrawal', () => ({ path: { id } }), STALE);
  return <TakeBack back={back} label={t('line.takeBack')} />;
}
