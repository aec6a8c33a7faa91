/** /van-ban, and /van-ban?sua=ID against a submission that was not taken: a PDF, whose it is, which kind, number and day. What is stated travels as the name of the file; the check goes on at the submission's own page. */
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useBodies, useDocumentKinds } from '#portal/api/queries.ts';
import type { Body, DocumentKind, Uploaded } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { NativeSelect, TextInput } from '#portal/parts/fields.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { documentName, fits, isDay, isNationalId, judgeDocument } from './document-name.ts';
import { UploadProgress } from './UploadProgress.tsx';
import { useUpload } from './use-upload.ts';

export function AttachDocument() {
  const { t } = useWords();
  const bodies = useBodies();
  const kinds = useDocumentKinds();
  const corrects = useSearchParams()[0].get('sua');
  return (
    <>
      <PageTitle
        title={t(corrects === null ? 'attach.title' : 'attach.again')}
        lead={t(corrects === null ? 'attach.lead' : 'attach.againLead')}
        back={
          corrects === null
            ? { to: '/nop-ho-so', label: t('attach.back') }
            : { to: `/ho-so-gui/${corrects}`, label: t('attach.backToSubmission') }
        }
      />
      <Answered query={bodies} lines={4}>
        {(list) =>
          list.length === 0 ? (
            <div className="panel">
              <Empty title={t('template.empty')} next={t('template.emptyNext')} />
            </div>
          ) : (
            <Answered query={kinds} lines={4}>
              {({ items }) => <Form bodies={list} kinds={items} corrects={corrects} />}
            </Answered>
          )
        }
      </Answered>
    </>
  );
}

interface FormProps {
  readonly bodies: readonly Body[];
  readonly kinds: readonly DocumentKind[];
  /** the submission whose document was not taken; null: a new one */
  readonly corrects: string | null;
}

function Form({ bodies, kinds, corrects }: FormProps) {
  const { t, localize } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [bodyId, setBodyId] = useState(bodies[0]?.id ?? '');
  const [said, setSaid] = useState({ number: '', kind: kinds[0]?.code ?? '', symbol: '', day: '' });
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const done = ({ submissionId, sameAs }: Uploaded): void => {
    for (const queryKey of [['submissions'], ['submission', submissionId]]) void queries.invalidateQueries({ queryKey });
    void navigate(`/ho-so-gui/${submissionId}`, { state: { sameAs } });
  };
  const fresh = useUpload('/uploads', done);
  const again = useUpload('/submissions/{id}/correction', done);
  const upload = corrects === null ? fresh : again;
  const wrong = {
    number: !isNationalId(said.number),
    symbol: !fits(said),
    day: !isDay(said.day),
    file: file === null ? ('noFile' as const) : judgeDocument(file),
  };
  const send = (): void => {
    setTried(true);
    if (file === null || wrong.number || wrong.symbol || wrong.day || wrong.file !== null) return;
    const named = new File([file], documentName(said), { type: 'application/pdf' });
    if (corrects === null) fresh.start({ query: { body: bodyId } }, named);
    else again.start({ path: { id: corrects } }, named);
  };
  const sending = upload.state.kind === 'sending';
  const stated = (key: keyof typeof said) => ({
    value: said[key],
    disabled: sending,
    onChange: (event: { readonly currentTarget: { readonly value: string } }): void => {
      setSaid({ ...said, [key]: event.currentTarget.value });
      upload.forget();
    },
  });
  return (
    <form
      className="stack"
      style={{ maxWidth: '48rem' }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {corrects === null && bodies.length > 1 && (
        <NativeSelect
          label={t('upload.body')}
          value={bodyId}
          disabled={sending}
          onChange={(event) => setBodyId(event.currentTarget.value)}
          data={bodies.map((one) => ({ value: one.id, label: `${one.name} (${one.code})` }))}
        />
      )}
      <TextInput
        label={t('attach.number')}
        inputMode="numeric"
        autoComplete="off"
        error={tried && wrong.number ? t('attach.numberWrong') : null}
        {...stated('number')}
      />
      <NativeSelect
        label={t('attach.kind')}
        data={kinds.map(({ code, label }) => ({ value: code, label: localize(label) }))}
        {...stated('kind')}
      />
      <TextInput
        label={t('attach.symbol')}
        description={t('attach.symbolHint')}
        autoComplete="off"
        maxLength={50}
        error={tried && wrong.symbol ? t('attach.symbolWrong') : null}
        {...stated('symbol')}
      />
      <TextInput
        label={t('attach.day')}
        description={t('attach.dayHint')}
        inputMode="numeric"
        autoComplete="off"
        error={tried && wrong.day ? t('attach.dayWrong') : null}
        {...stated('day')}
      />
      {!sending && (
        <div className="stack tight">
          <DropZone
            onFile={(chosen) => {
              setFile(chosen);
              upload.forget();
            }}
            accept=".pdf"
            variant={file ? 'default' : 'filled'}
            label={t(file ? 'upload.other' : 'attach.choose')}
            before={file && <b className="strong break">{file.name}</b>}
          >
            <span className="hint">{t('attach.limits')}</span>
          </DropZone>
          {tried && wrong.file !== null && (
            <div className="note bad" role="alert">
              <p>{t(`attach.${wrong.file}`)}</p>
            </div>
          )}
        </div>
      )}
      <UploadProgress state={upload.state} onStop={upload.stop} onRetry={send} />
      {!sending && (
        <div className="actions">
          <Button type="submit" size="md" data-attach>
            {t('attach.send')}
          </Button>
        </div>
      )}
    </form>
  );
}
