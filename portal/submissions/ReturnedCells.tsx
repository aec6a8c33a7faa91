/** What came back of a submission: which cell of whom, why, by whom, when. It is mended by a corrected file. */
import { Fragment } from 'react';
import { useReturned } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { instantText } from '#portal/parts/format.ts';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import type { UploadKind } from '#portal/workbook/judge-file.ts';

const WORDS = {
  workbook: { title: 'submission.returned', lead: 'submission.returnedLead' },
  portraits: { title: 'portrait.returned', lead: 'portrait.returnedLead' },
  documents: { title: 'submission.returned', lead: 'attach.nextReturned' },
} as const satisfies Record<UploadKind, { readonly title: string; readonly lead: string }>;

interface Props {
  readonly id: string;
  readonly kind: UploadKind;
}

export function ReturnedCells({ id, kind }: Props) {
  const { t, localize } = useWords();
  const query = useReturned(id);
  return (
    <section className="panel flush" aria-labelledby="returned">
      <div className="panel-head">
        <h2 id="returned">{t(WORDS[kind].title)}</h2>
        <p className="soft">{t(WORDS[kind].lead)}</p>
      </div>
      <Answered query={query} lines={3}>
        {(data) => (
          <TableScroll label={t('submission.returned')}>
            <table className="cards-on-phone">
              <thead>
                <tr>
                  <th scope="col">{t('submission.person')}</th>
                  <th scope="col">{t('submission.place')}</th>
                  <th scope="col">{t('submission.given')}</th>
                  <th scope="col">{t('submission.returnedWhy')}</th>
                  <th scope="col">{t('submission.returnedBy')}</th>
                </tr>
              </thead>
              <tbody>
                {joined(data).map((item) => (
                  <Fragment key={item.itemId}>
                    {item.cells.map((cell) => (
                      <tr key={cell.field} data-returned={cell.field}>
                        <th scope="row" className="name">
                          {item.name}
                        </th>
                        <td>
                          {localize(cell.label)}
                          <br />
                          <span className="small soft">
                            {cell.sheet === null
                              ? localize(item.groupTitle)
                              : cell.row === null
                                ? t('submission.inSheet', { sheet: cell.sheet })
                                : t('submission.inRow', { sheet: cell.sheet, row: cell.row })}
                          </span>
                        </td>
                        <td data-label={t('submission.given')}>
                          {cell.value === null ? (
                            <span className="soft">{t('submission.blank')}</span>
                          ) : (
                            <code className="break">{localize(cell.value)}</code>
                          )}
                        </td>
                        <td>
                          <span className="strong">{localize(cell.reasonLabel)}</span>
                          {cell.note && (
                            <>
                              <br />
                              {cell.note}
                            </>
                          )}
                        </td>
                        <td className="small">
                          {item.by ?? '–'}
                          <br />
                          <span className="soft tabular nowrap">{instantText(item.at)}</span>
                        </td>
                      </tr>
                    ))}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
      </Answered>
      <MoreButton query={query} />
    </section>
  );
}
