/** What was applied: the latest step with its undoing, and the list of all of them, value as typed beside the value applied. */
import { Button } from '#portal/parts/Button.tsx';
import { useAct } from '#portal/api/act-on.ts';
import { useApplied } from '#portal/api/queries.ts';
import type { AppliedSuggestion } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Failure } from '#portal/parts/Failure.tsx';
import { instantText } from '#portal/parts/format.ts';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { TableScroll } from '#portal/parts/TableScroll.tsx';
import { useFormat } from '#portal/parts/use-format.ts';
import { placeText } from './next-step.ts';

/** Stands there from the beginning: when something is applied, nothing below it moves. */
export function UndoBar({ id, busy, onUndone }: { readonly id: string; readonly busy: boolean; readonly onUndone: () => void }) {
  const { t } = useWords();
  const { number } = useFormat();
  const last = useApplied(id).data?.pages[0]?.lastStep ?? null;
  const undo = useAct('/submissions/{id}/undo-suggestions', (step: number) => ({ path: { id }, body: { step } }), [['submission', id]]);
  const take = (step: number): void => {
    undo.go(step).then(onUndone, () => undefined);
  };
  return (
    <>
      <div className="undo-bar row between">
        <p role="status" className={last ? '' : 'soft'}>
          {last
            ? t(busy ? 'submission.lastStepBusy' : 'submission.lastStep', { count: number(last.count), at: instantText(last.at) })
            : t('submission.noStep')}
        </p>
        {last && (
          <Button size="compact-md" variant="default" disabled={busy} loading={undo.busy} onClick={() => take(last.step)}>
            {t('submission.undo')}
          </Button>
        )}
      </div>
      {undo.error != null && <Failure error={undo.error} />}
    </>
  );
}

/** Nothing at all where nothing was applied. */
export function AppliedSuggestions({ id }: { readonly id: string }) {
  const { t } = useWords();
  const query = useApplied(id);
  const applied = query.data ? joined(query.data) : [];
  if (applied.length === 0) return null;
  return (
    <section className="panel flush">
      <div className="panel-head">
        <h2>{t('submission.appliedTitle')}</h2>
        <p className="small soft">{t('submission.appliedLead')}</p>
      </div>
      <TableScroll label={t('submission.appliedTitle')}>
        <table className="cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{t('submission.place')}</th>
              <th scope="col">{t('submission.person')}</th>
              <th scope="col">{t('submission.given')}</th>
              <th scope="col">{t('submission.appliedValue')}</th>
              <th scope="col">{t('submission.appliedWhy')}</th>
              <th scope="col">{t('submission.appliedBy')}</th>
            </tr>
          </thead>
          <tbody>
            {applied.map((one) => (
              <Row key={`${one.step} ${placeText(one)}`} one={one} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      <MoreButton query={query} />
    </section>
  );
}

function Row({ one }: { readonly one: AppliedSuggestion }) {
  const { t, localize } = useWords();
  return (
    <tr>
      <td className="tabular">
        {placeText(one)}
        {one.label && <> · {localize(one.label)}</>}
      </td>
      <td className="name">{one.personName || '–'}</td>
      <td data-label={t('submission.given')}>
        {one.typed ? <code className="break">{one.typed}</code> : <span className="soft">{t('submission.blank')}</span>}
      </td>
      <td data-label={t('submission.appliedValue')}>
        <code className="strong break">{one.value}</code>
      </td>
      <td data-label={t('submission.appliedWhy')}>
        {t(one.strength === 'certain' ? 'submission.sure' : 'submission.likely')}: {localize(one.reason)}
      </td>
      <td className="small" data-label={t('submission.appliedBy')}>
        {one.by}, <span className="nowrap tabular">{instantText(one.at)}</span>
      </td>
    </tr>
  );
}
