/** /nop-ho-so: which body, which file, send. The check goes on at the submission's own page. */
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { NativeSelect } from '#portal/parts/fields.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useBodies } from '#portal/api/queries.ts';
import type { Body } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { SampleWorkbooks } from '#portal/demo/SampleWorkbooks.tsx';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { FilePicker } from './FilePicker.tsx';
import { judgeFile } from './judge-file.ts';
import { UploadProgress } from './UploadProgress.tsx';
import { useUpload } from './use-upload.ts';

export function SubmitWorkbook() {
  const { t } = useWords();
  const bodies = useBodies();
  return (
    <>
      <PageTitle title={t('upload.title')} lead={t('upload.lead')} />
      <Answered query={bodies} lines={4}>
        {(list) =>
          list.length === 0 ? (
            <div className="panel">
              <Empty title={t('template.empty')} next={t('template.emptyNext')} />
            </div>
          ) : (
            <div className="stack">
              <Form bodies={list} />
              <SampleWorkbooks />
            </div>
          )
        }
      </Answered>
    </>
  );
}

function Form({ bodies }: { readonly bodies: readonly Body[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [bodyId, setBodyId] = useState(bodies[0]?.id ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const upload = useUpload('/uploads', (answer) => {
    void queries.invalidateQueries({ queryKey: ['submissions'] });
    void navigate(`/ho-so-gui/${answer.submissionId}`, { state: { sameAs: answer.sameAs } });
  });
  const send = (): void => {
    setTried(true);
    if (file && judgeFile(file) === 'good') upload.start({ query: { body: bodyId } }, file);
  };
  const sending = upload.state.kind === 'sending';
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
      {bodies.length > 1 ? (
        <NativeSelect
          label={t('upload.body')}
          value={bodyId}
          disabled={sending}
          onChange={(event) => setBodyId(event.currentTarget.value)}
          data={bodies.map((one) => ({ value: one.id, label: `${one.name} (${one.code})` }))}
        />
      ) : (
        <p>
          <span className="soft">{t('upload.body')}:</span> <b className="strong">{bodies[0]?.name}</b>
        </p>
      )}
      {sending ? null : (
        <FilePicker
          file={file}
          kind={null}
          missing={tried}
          onChoose={(chosen) => {
            setFile(chosen);
            setTried(false);
            upload.forget();
          }}
        />
      )}
      <UploadProgress state={upload.state} onStop={upload.stop} onRetry={send} />
      {!sending && (
        <div className="actions">
          <Button type="submit" size="md" variant={file ? 'filled' : 'default'}>
            {t('upload.send')}
          </Button>
          <Link to="/bieu-mau">{t('upload.noTemplate')}</Link>
          <Link to="/van-ban">{t('attach.title')}</Link>
        </div>
      )}
    </form>
  );
}
