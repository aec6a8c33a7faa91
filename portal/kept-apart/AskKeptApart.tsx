/** /quan-ly-rieng/:id: somebody who confirms for the managing body asks that a record be kept apart, or be so no more. */
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct } from '#portal/api/act-on.ts';
import type { KeptApartOfPerson } from '#portal/api/generated/api.ts';
import { useKeptApartOf } from '#portal/api/kept-apart-queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { TextInput } from '#portal/parts/fields.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { Reasons } from '#portal/parts/Reasons.tsx';

const PAPER_CHARS_MAX = 120;

export function AskKeptApart() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const query = useKeptApartOf(id);
  return (
    <>
      <PageTitle
        title={t('keptApart.askTitle')}
        lead={t('keptApart.askLead')}
        back={{ to: '/quan-ly-rieng', label: t('keptApart.title') }}
      />
      <Answered query={query} lines={8}>
        {(of) => (of.open ? <Waits title={t('keptApart.open')} /> : <Ask of={of} />)}
      </Answered>
    </>
  );
}

function Waits({ title }: { readonly title: string }) {
  const { t } = useWords();
  return (
    <div className="panel" role="status">
      <Empty title={title} next={t('keptApart.sentNext')}>
        <Link to="/quan-ly-rieng">{t('keptApart.toList')}</Link>
      </Empty>
    </div>
  );
}

interface Asked {
  readonly class: string;
  readonly paper: Readonly<Record<'number' | 'day' | 'issuer', string>>;
  readonly fromDay: string;
}

function Ask({ of }: { readonly of: KeptApartOfPerson }) {
  const { t, localize } = useWords();
  const isMark = of.kind === 'mark';
  const ask = useAct(
    '/kept-apart',
    ({ class: chosen, paper, fromDay }: Asked) => ({
      body: { personId: of.personId, kind: of.kind, paper, fromDay, ...(isMark ? { class: chosen } : {}) },
    }),
    [['kept-apart']],
  );
  const [chosen, setChosen] = useState('');
  const [paper, setPaper] = useState({ number: '', day: '', issuer: '' });
  const [fromDay, setFromDay] = useState('');
  const [asked, setAsked] = useState(false);
  if (ask.isDone) return <Waits title={t('keptApart.sent')} />;
  const go = (): void => {
    setAsked(true);
    if (!isMark || chosen !== '') void ask.go({ class: chosen, paper, fromDay }).catch(() => undefined); // told below
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
      <h2>
        {of.name}: {t(`keptApart.kindOf.${of.kind}`)}
      </h2>
      <p className="note warn">{t(isMark ? 'keptApart.marks' : 'keptApart.ends')}</p>
      {isMark && (
        <Reasons
          legend={t('keptApart.class')}
          reasons={of.classes.map(({ code, label, source }) => ({
            code,
            text: (
              <>
                {localize(label)} <span className="small soft">{source}</span>
              </>
            ),
          }))}
          chosen={chosen}
          onChoose={setChosen}
          missing={asked && chosen === '' ? t('keptApart.noClass') : null}
        />
      )}
      <TextInput
        label={t('keptApart.paperNumber')}
        description={t('keptApart.paperHint')}
        maxLength={PAPER_CHARS_MAX}
        value={paper.number}
        onChange={(event) => setPaper({ ...paper, number: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('keptApart.paperDay')}
        value={paper.day}
        onChange={(event) => setPaper({ ...paper, day: event.currentTarget.value })}
      />
      <TextInput
        label={t('keptApart.paperIssuer')}
        maxLength={PAPER_CHARS_MAX}
        value={paper.issuer}
        onChange={(event) => setPaper({ ...paper, issuer: event.currentTarget.value })}
      />
      <TextInput type="date" label={t('keptApart.fromDay')} value={fromDay} onChange={(event) => setFromDay(event.currentTarget.value)} />
      {ask.error != null && <Failure error={ask.error} />}
      <div className="actions">
        <Button type="submit" loading={ask.busy}>
          {t('keptApart.go')}
        </Button>
      </div>
    </form>
  );
}
