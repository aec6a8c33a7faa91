/** /sai-lech/:submissionId/:personId: both values by field, what can be done, what was done. */
import { useState, type FormEvent } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import type { Acts } from '#portal/api/client.ts';
import { useMismatch } from '#portal/api/mismatch-queries.ts';
import type { OneMismatch } from '#portal/api/generated/api.ts';
import { MatchMark } from '#portal/confirmation/MatchMark.tsx';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { NativeSelect, Textarea } from '#portal/parts/fields.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { filterIn, searchOf } from './mismatch-filter.ts';

export function MismatchPage() {
  const { submissionId = '', personId = '' } = useParams();
  const [params] = useSearchParams();
  const { t } = useWords();
  const back = { to: `/sai-lech${searchOf(filterIn(params))}`, label: t('mismatch.title') };
  return (
    <Answered query={useMismatch(submissionId, personId)} lines={8}>
      {(one) => (
        <>
          <PageTitle
            title={one.name}
            back={back}
            lead={t('mismatch.pageLead', { body: one.bodyName, number: one.uploadNumber, due: dayText(one.dueOn) })}
            actions={<MatchMark level={one.level} />}
          />
          <div className="stack">
            <BothValues one={one} />
            {mayDo(one, 'mismatch.work') && <Work one={one} />}
            <History one={one} />
          </div>
        </>
      )}
    </Answered>
  );
}

const pathOf = ({ submissionId, personId }: OneMismatch) => ({ submissionId, personId });

function BothValues({ one }: { readonly one: OneMismatch }) {
  const { t, localize } = useWords();
  const ask = useAct('/mismatches/{submissionId}/{personId}/population', () => ({ path: pathOf(one) }), []);
  const there = ask.answer;
  const valueOf = (field: string): string => {
    if (!there) return t('mismatch.notAsked');
    if (!there.found) return t('mismatch.notThere');
    return localize(there.values.find((one) => one.field === field)?.value) || '–';
  };
  return (
    <section className="panel flush">
      <div className="panel-head row between">
        <div>
          <h2>{t('mismatch.values')}</h2>
          <p className="soft">{t('mismatch.askWhat')}</p>
        </div>
        <Button variant={there ? 'default' : 'filled'} loading={ask.busy} onClick={() => void ask.go(null).catch(() => undefined)}>
          {t('mismatch.ask')}
        </Button>
      </div>
      {ask.error != null && <Failure error={ask.error} />}
      <TableScroll label={t('mismatch.values')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('mismatch.field')}</th>
              <th scope="col">{t('mismatch.sent')}</th>
              <th scope="col">{t('mismatch.population')}</th>
              <th scope="col">{t('mismatch.level')}</th>
            </tr>
          </thead>
          <tbody>
            {one.sent.map(({ field, label, level, value }) => (
              <tr key={field} data-field={field}>
                <th scope="row">{localize(label)}</th>
                <td data-label={t('mismatch.sent')}>{localize(value) || '–'}</td>
                <td data-label={t('mismatch.population')} className={there ? '' : 'soft'}>
                  {valueOf(field)}
                </td>
                <td data-label={t('mismatch.level')}>
                  <MatchMark level={level} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

type Request = Acts['/mismatches/{submissionId}/{personId}/acts']['asked']['body'];

function Work({ one }: { readonly one: OneMismatch }) {
  const { t } = useWords();
  const [officer, setOfficer] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct('/mismatches/{submissionId}/{personId}/acts', (body: Request) => ({ path: pathOf(one), body }), [
    ['mismatch', one.submissionId, one.personId],
    ['mismatches'],
    ['home'],
  ]);
  const go = (body: Request): void => {
    act.go(body).then(
      () => {
        setNote('');
        setTried(false);
      },
      () => undefined, // the failure is shown
    );
  };
  const withNote = (kind: 'comment' | 'person-told'): void => {
    setTried(true);
    if (note.trim() !== '') go({ act: kind, note: note.trim() });
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    withNote('comment');
  };
  return (
    <section className="panel stack">
      <h2>{t('mismatch.acts')}</h2>
      <div className="row">
        <NativeSelect
          label={t('mismatch.officer')}
          value={officer || (one.officers[0]?.id ?? '')}
          onChange={(event) => setOfficer(event.currentTarget.value)}
          data={one.officers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button variant="default" loading={act.busy} onClick={() => go({ act: 'assign', officer: officer || (one.officers[0]?.id ?? '') })}>
          {t('mismatch.assign')}
        </Button>
        {one.assignedTo !== null && (
          <Button variant="default" loading={act.busy} onClick={() => go({ act: 'release' })}>
            {t('mismatch.release')}
          </Button>
        )}
      </div>
      <form className="stack" onSubmit={submit} noValidate>
        <Textarea
          label={t('mismatch.note')}
          description={t('mismatch.noteWhat')}
          rows={3}
          maxLength={1000}
          value={note}
          error={tried && note.trim() === '' ? t('mismatch.noteMissing') : undefined}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {act.error != null && <Failure error={act.error} />}
        {act.isDone && (
          <div className="note good" role="status">
            {t('mismatch.done')}
          </div>
        )}
        <div className="actions">
          <Button type="submit" variant="default" loading={act.busy}>
            {t('mismatch.comment')}
          </Button>
          <Button variant="default" loading={act.busy} onClick={() => withNote('person-told')}>
            {t('mismatch.person-told')}
          </Button>
          <Button variant="default" loading={act.busy} onClick={() => go({ act: 'ask-again' })}>
            {t('mismatch.ask-again')}
          </Button>
          {mayDo(one, 'item.return') && (
            <Button variant="default" to={`/xac-nhan/${one.submissionId}/${one.personId}`}>
              {t('mismatch.compare')}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}

function History({ one }: { readonly one: OneMismatch }) {
  const { t } = useWords();
  return (
    <section className="panel stack">
      <h2>{t('mismatch.history')}</h2>
      <ol className="plain stack tight">
        {one.acts.map(({ act, byName, at, note }) => (
          <li key={`${at} ${act}`}>
            <span className="strong">{t(`mismatch.act.${act}`)}</span>{' '}
            <span className="soft small">
              {byName ?? t('mismatch.system')} · <span className="tabular">{instantText(at)}</span>
            </span>
            {note && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
