/** The files of a first load: how far each is, its three counts, what is wrong of it and how it is mended; adding one and taking one out. */
import { useState } from 'react';
import { Link } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '#portal/api/act-on.ts';
import { fileAddress } from '#portal/api/client.ts';
import type { FirstLoadPart, OneFirstLoad } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { mayDo } from '#portal/may.ts';
import { Button } from '#portal/parts/Button.tsx';
import { DropZone } from '#portal/parts/DropZone.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { UploadProgress } from '#portal/workbook/UploadProgress.tsx';
import { useUpload } from '#portal/workbook/use-upload.ts';

export function Parts({ load }: { readonly load: OneFirstLoad }) {
  const { t } = useWords();
  const gathers = load.state === 'gathering' && load.open && mayDo(load, 'upload.create');
  return (
    <section className="panel flush" aria-label={t('firstLoad.parts')}>
      <div className="panel-head">
        <h2>{t('firstLoad.parts')}</h2>
      </div>
      {load.parts.length === 0 ? (
        <Empty title={t('firstLoad.noPart')} next={t('firstLoad.noPartNext')} />
      ) : (
        <Rows load={load} gathers={gathers} />
      )}
      {gathers && <AddPart load={load} />}
    </section>
  );
}

function Rows({ load, gathers }: { readonly load: OneFirstLoad; readonly gathers: boolean }) {
  const { t } = useWords();
  const { number } = useFormat();
  const remove = useAct('/first-loads/{id}/parts/{no}/remove', (no: number) => ({ path: { id: load.id, no } }), [['first-load', load.id]]);
  return (
    <>
      <TableScroll label={t('firstLoad.parts')}>
        <table className="cards-on-phone" data-parts>
          <thead>
            <tr>
              <th scope="col">{t('firstLoad.part')}</th>
              <th scope="col">{t('counts.received')}</th>
              <th scope="col">{t('counts.accepted')}</th>
              <th scope="col">{t('counts.rejected')}</th>
              <th scope="col">{t('counts.waiting')}</th>
              <th scope="col">{t('firstLoad.taken')}</th>
              <th scope="col">{t('firstLoad.what')}</th>
            </tr>
          </thead>
          <tbody>
            {load.parts.map((part) => (
              <tr key={part.no}>
                <th scope="row">
                  {part.no}. <span className="break">{part.fileName}</span>
                  <div className="soft small">
                    {part.uploadNumber} · {t(`firstLoad.stage.${part.stage}` as 'firstLoad.stage.checked')}
                    {part.stage === 'reading' && part.total > 0 && ` ${number(part.done)} / ${number(part.total)}`}
                  </div>
                </th>
                <td data-label={t('counts.received')}>{number(part.counts.received)}</td>
                <td data-label={t('counts.accepted')}>{number(part.counts.accepted)}</td>
                <td data-label={t('counts.rejected')}>{number(part.counts.rejected)}</td>
                <td data-label={t('counts.waiting')}>{number(part.counts.waiting)}</td>
                <td data-label={t('firstLoad.taken')}>{part.taken === null ? '–' : number(part.taken)}</td>
                <td data-label={t('firstLoad.what')}>
                  <Ways load={load} part={part} />
                  {gathers && (
                    <Button
                      size="compact-md"
                      variant="default"
                      loading={remove.busy}
                      onClick={() => void remove.go(part.no).catch(() => undefined)}
                    >
                      {t('firstLoad.remove')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {remove.error != null && <Failure error={remove.error} />}
    </>
  );
}

/** Where its problems, the file to be mended, and its receipts are. */
function Ways({ load, part }: { readonly load: OneFirstLoad; readonly part: FirstLoadPart }) {
  const { t } = useWords();
  const path = { id: part.submissionId };
  return (
    <div className="stack tight">
      {mayDo(load, 'problems.read') && part.counts.rejected + part.counts.waiting + part.warnings > 0 && (
        <Link to={`/ho-so-gui/${part.submissionId}`}>{t('firstLoad.problems')}</Link>
      )}
      {part.mend !== null && mayDo(load, 'upload.create') && (
        <a
          href={
            part.mend.endsWith('.csv')
              ? fileAddress('/submissions/{id}/rows-to-mend.csv', { path })
              : fileAddress('/submissions/{id}/marked.xlsx', { path })
          }
        >
          {t('firstLoad.mend')}
        </a>
      )}
      {part.receipts.map(({ number, kind }) => (
        <Link key={number} to={`/bien-nhan/${number}`}>
          {t(kind === 'R1' ? 'firstLoad.r1' : 'firstLoad.r2')}
        </Link>
      ))}
    </div>
  );
}

function AddPart({ load }: { readonly load: OneFirstLoad }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const upload = useUpload('/first-loads/{id}/parts', () => {
    upload.forget();
    void queries.invalidateQueries({ queryKey: ['first-load', load.id] });
  });
  const send = (chosen: File | null): void => {
    setFile(chosen);
    if (chosen) upload.start({ path: { id: load.id } }, chosen);
  };
  return (
    <div className="stack pad">
      {upload.state.kind !== 'sending' && (
        <DropZone onFile={send} accept=".xlsx,.csv" variant="filled" label={t('firstLoad.add')}>
          <p className="soft small">{t('firstLoad.addHint')}</p>
        </DropZone>
      )}
      <UploadProgress state={upload.state} onStop={upload.stop} onRetry={() => send(file)} />
    </div>
  );
}
