/** /dot-ke-khai: asking people in service to declare their record, and how far each call has come. */
import { Link } from 'react-router';
import { useDeclarationCalls } from '#portal/api/declaration-call-queries.ts';
import type { DeclarationCall } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { AskToDeclare } from './AskToDeclare.tsx';

export function DeclarationCalls() {
  const { t } = useWords();
  const query = useDeclarationCalls();
  return (
    <>
      <PageTitle title={t('declarationCall.title')} lead={t('declarationCall.lead')} />
      <Answered query={query} lines={6}>
        {(data) => {
          const items = joined(data);
          const first = data.pages[0]!;
          return (
            <div className="stack">
              {mayDo(first, 'declaration.call') &&
                (first.days === null ? <p className="note">{t('declarationCall.notYet')}</p> : <AskToDeclare days={first.days} />)}
              {items.length === 0 && (
                <div className="panel">
                  <Empty title={t('declarationCall.none')} next={t('declarationCall.noneNext')} />
                </div>
              )}
              {items.map((one) => (
                <Call key={one.id} call={one} />
              ))}
              <MoreButton query={query} />
            </div>
          );
        }}
      </Answered>
    </>
  );
}

function Call({ call }: { readonly call: DeclarationCall }) {
  const { t } = useWords();
  const { number } = useFormat();
  const open = call.people - call.done - call.late - call.ended;
  const counts = { people: call.people, declared: call.done, late: call.late, open, ended: call.ended };
  return (
    <section className="panel stack tight" data-call={call.id}>
      <h2 className="break">
        {t(call.below ? 'declarationCall.nameBelow' : 'declarationCall.name', { body: call.bodyName, day: dayText(call.lastDay) })}
      </h2>
      <p className="soft break">
        {t('declarationCall.asked', { name: call.askedBy, at: instantText(call.askedAt) })} · {call.ground}
      </p>
      {call.again !== null && <p className="break">{t('declarationCall.why', { why: call.again })}</p>}
      <dl className="pairs">
        {(['people', 'declared', 'late', 'open', 'ended'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`declarationCall.${name}`)}</dt>
            <dd className="tabular">{number(counts[name])}</dd>
          </div>
        ))}
      </dl>
      <Link to="/thoi-han?term=ND27_19_KHAI">{t('declarationCall.toTerms')}</Link>
    </section>
  );
}
