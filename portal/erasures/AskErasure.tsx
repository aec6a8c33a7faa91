/** /huy-du-lieu/:id: somebody who confirms for the managing body asks that a person's data be destroyed. What stands against it is said first. */
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import type { ErasureOfPerson } from '#portal/api/generated/api.ts';
import { useErasureOf } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { Textarea, TextInput } from '#portal/parts/fields.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { Reasons } from '#portal/parts/Reasons.tsx';

const REASON_CHARS_MAX = 500;
const PAPER_CHARS_MAX = 120;

export function AskErasure() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const query = useErasureOf(id);
  return (
    <>
      <PageTitle title={t('erasure.askTitle')} lead={t('erasure.askLead')} back={{ to: '/huy-du-lieu', label: t('erasure.title') }} />
      <Answered query={query} lines={8}>
        {(of) => (of.open ? <Waits title={t('erasure.open')} /> : <Ask of={of} />)}
      </Answered>
    </>
  );
}

function Waits({ title }: { readonly title: string }) {
  const { t } = useWords();
  return (
    <div className="panel" role="status">
      <Empty title={title} next={t('erasure.sentNext')}>
        <Link to="/huy-du-lieu">{t('erasure.toList')}</Link>
      </Empty>
    </div>
  );
}

function Ask({ of }: { readonly of: ErasureOfPerson }) {
  const { t, localize } = useWords();
  const ask = useAct(
    '/erasures',
    ({
      ground,
      paper,
      reason,
    }: {
      readonly ground: string;
      readonly paper: Readonly<Record<'number' | 'day' | 'issuer', string>>;
      readonly reason: string;
    }) => ({
      body: { personId: of.personId, ground, paper, reason },
    }),
    [['erasures']],
  );
  const [ground, setGround] = useState('');
  const [paper, setPaper] = useState({ number: '', day: '', issuer: '' });
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  if (ask.isDone) return <Waits title={t('erasure.sent')} />;
  const go = (): void => {
    setAsked(true);
    if (ground !== '') void ask.go({ ground, paper, reason: reason.trim() }).catch(() => undefined); // told below
  };
  return (
    <form
      className="panel form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <h2>{of.name}</h2>
      <p className="note warn">{t('erasure.goes')}</p>
      <p>{t('erasure.stays')}</p>
      {of.standing !== null && <p className="note bad">{t('erasure.standing', { what: localize(of.standing) })}</p>}
      <Reasons
        legend={t('erasure.ground')}
        reasons={of.grounds.map(({ code, label, law, kept }) => ({
          code,
          text: (
            <>
              {localize(label)} <span className="small soft">{law}</span>
              {kept !== null && <span className="small"> {t('erasure.kept', { why: localize(kept) })}</span>}
            </>
          ),
        }))}
        chosen={ground}
        onChoose={setGround}
        missing={asked && ground === '' ? t('erasure.noGround') : null}
      />
      <TextInput
        label={t('erasure.paperNumber')}
        description={t('erasure.paperHint')}
        maxLength={PAPER_CHARS_MAX}
        value={paper.number}
        onChange={(event) => setPaper({ ...paper, number: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('erasure.paperDay')}
        value={paper.day}
        onChange={(event) => setPaper({ ...paper, day: event.currentTarget.value })}
      />
      <TextInput
        label={t('erasure.paperIssuer')}
        maxLength={PAPER_CHARS_MAX}
        value={paper.issuer}
        onChange={(event) => setPaper({ ...paper, issuer: event.currentTarget.value })}
      />
      <Textarea
        label={t('erasure.reason')}
        description={t('erasure.reasonHint')}
        value={reason}
        rows={3}
        maxLength={REASON_CHARS_MAX}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {ask.error != null && <Failure error={ask.error} />}
      <div className="actions">
        <Button type="submit" loading={ask.busy}>
          {t('erasure.go')}
        </Button>
      </div>
    </form>
  );
}
