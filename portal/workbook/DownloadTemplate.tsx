/** /bieu-mau: the workbook of a body, and how to fill it in. */
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '#portal/parts/Button.tsx';
import { NativeSelect } from '#portal/parts/fields.tsx';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { fileAddress } from '#portal/api/client.ts';
import { useSession, useTemplateBodies } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { AskFilledTemplate } from './AskFilledTemplate.tsx';

export function DownloadTemplate() {
  const { t } = useWords();
  const bodies = useTemplateBodies();
  const session = useSession().data;
  const mayUpload = mayDo(session, 'upload.create');
  const mayFill = mayUpload && mayDo(session, 'record.export');
  const [chosen, setChosen] = useState('');
  return (
    <>
      <PageTitle title={t('template.title')} lead={t('template.lead')} />
      <Answered query={bodies} lines={3}>
        {(list) => {
          const body = list.find((one) => one.id === chosen) ?? list[0];
          if (!body)
            return (
              <div className="panel">
                <Empty title={t('template.empty')} next={t('template.emptyNext')} />
              </div>
            );
          return (
            <div className="stack">
              <div className="panel form">
                {list.length > 1 ? (
                  <NativeSelect
                    label={t('template.body')}
                    value={body.id}
                    onChange={(event) => setChosen(event.currentTarget.value)}
                    data={list.map((one) => ({ value: one.id, label: `${one.name} (${one.code})` }))}
                  />
                ) : (
                  <p>
                    <span className="soft">{t('template.body')}:</span> <b className="strong">{body.name}</b>
                  </p>
                )}
                <div className="actions">
                  <Button
                    href={fileAddress('/bodies/{id}/template.xlsx', { path: { id: body.id } })}
                    download
                    leftSection={<IconDownload size={18} aria-hidden />}
                  >
                    {t('template.download')}
                  </Button>
                  {mayUpload && <Link to="/nop-ho-so">{t('template.thenUpload')}</Link>}
                </div>
              </div>
              {mayFill && <AskFilledTemplate key={body.id} bodyId={body.id} />}
              <div className="panel">
                <h2>{t('template.how')}</h2>
                <ol className="stack tight" style={{ margin: 0, paddingLeft: '1.25rem' }}>
                  <li>{t('template.step1')}</li>
                  <li>{t('template.step2')}</li>
                  <li>{t('template.step3')}</li>
                  <li>{t('template.step4')}</li>
                </ol>
              </div>
            </div>
          );
        }}
      </Answered>
    </>
  );
}
