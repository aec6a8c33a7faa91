/** The smaller parts of a submission's page: beside the register, receipts, and what was not read. */
import { Link } from 'react-router';
import IconReceipt from '@tabler/icons-react/dist/esm/icons/IconReceipt.mjs';
import type { Comparison, Ignored, NotChecked, Submission } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { instantText } from '#portal/parts/format.ts';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { uploadKindOf, type UploadKind } from '#portal/workbook/judge-file.ts';

/** A picture is of somebody who is registered, and of nobody else it says that they are missing. */
const COMPARED = {
  workbook: ['new', 'changed', 'unchanged', 'missing'],
  portraits: ['changed', 'unchanged'],
  documents: ['changed', 'unchanged'],
} as const satisfies Record<UploadKind, readonly (keyof Comparison)[]>;

export function Aside({ submission }: { readonly submission: Submission }) {
  const { t } = useWords();
  const { number } = useFormat();
  const { comparison, receipts } = submission;
  return (
    <div className="panel stack tight">
      <div className="row">
        <span className="soft">{t('submission.comparison')}:</span>
        {COMPARED[uploadKindOf(submission)].map((kind) => (
          <span key={kind}>
            {t(`submission.${kind}`)} <b className="strong tabular">{number(comparison[kind])}</b>
          </span>
        ))}
      </div>
      {receipts.length > 0 && (
        <ul className="plain stack tight">
          {receipts.map((receipt) => (
            <li key={receipt.number}>
              <IconReceipt className="icon" size={18} aria-hidden />{' '}
              <Link to={`/bien-nhan/${encodeURIComponent(receipt.number)}`}>
                {t(`submission.${receipt.kind}`)}: {receipt.number}
              </Link>{' '}
              <span className="soft tabular">{instantText(receipt.at)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What this step did not ask, why, and when it will be. */
export function NotCheckedYet({ notChecked }: { readonly notChecked: readonly NotChecked[] }) {
  const { t, localize } = useWords();
  if (notChecked.length === 0) return null;
  return (
    <section className="panel stack tight" aria-label={t('submission.notChecked')}>
      <h2>{t('submission.notChecked')}</h2>
      <ul className="plain stack tight">
        {notChecked.map((one, index) => (
          <li key={index}>
            {localize(one)}
            {one.needs && (
              <>
                <br />
                <span className="small soft">{t(`submission.notCheckedBecause.${one.needs}`)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function IgnoredParts({ ignored, kind }: { readonly ignored: readonly Ignored[]; readonly kind: UploadKind }) {
  const { t, localize } = useWords();
  const title = t('submission.ignored', { count: ignored.length });
  return (
    <details className="panel">
      <summary>{title}</summary>
      <p className="soft">{t(kind === 'portraits' ? 'portrait.ignoredLead' : 'submission.ignoredLead')}</p>
      <TableScroll label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(kind === 'portraits' ? 'portrait.file' : 'submission.sheet')}</th>
              {kind === 'workbook' && <th scope="col">{t('submission.place')}</th>}
              <th scope="col">{t('submission.what')}</th>
            </tr>
          </thead>
          <tbody>
            {ignored.map((part, index) => (
              <tr key={index}>
                <td className="break">{part.sheet}</td>
                {kind === 'workbook' && (
                  <td className="tabular">
                    {part.kind === 'sheet'
                      ? t('submission.wholeSheet')
                      : part.column
                        ? `${t('submission.column')} ${part.column}`
                        : `${t('submission.row')} ${part.row}`}
                  </td>
                )}
                <td>{localize(part.why)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}
