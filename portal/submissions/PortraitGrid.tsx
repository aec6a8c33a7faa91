/** What of a submission will be kept as portraits, for the sender's own eyes before it is sent. */
import { fileAddress } from '#portal/api/client.ts';
import { usePortraits } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Empty } from '#portal/parts/Empty.tsx';
import { Mark } from '#portal/parts/Mark.tsx';
import { joined, MoreButton } from '#portal/parts/Pages.tsx';
import { Portrait } from '#portal/parts/Portrait.tsx';

export const portraitAddress = (submissionId: string, line: number): string =>
  fileAddress('/submissions/{id}/portraits/{line}', { path: { id: submissionId, line } });

export function PortraitGrid({ id }: { readonly id: string }) {
  const { t } = useWords();
  const query = usePortraits(id);
  return (
    <section className="panel flush" aria-labelledby="portraits">
      <div className="panel-head">
        <h2 id="portraits">{t('portrait.preview')}</h2>
        <p className="soft">{t('portrait.previewLead')}</p>
      </div>
      <Answered query={query} lines={6}>
        {(data) => {
          const pictures = joined(data);
          if (pictures.length === 0) return <Empty title={t('portrait.previewEmpty')} next={t('portrait.previewEmptyNext')} />;
          return (
            <>
              <ul className="portraits">
                {pictures.map(({ line, name, kind }) => (
                  <li key={line}>
                    <Portrait src={portraitAddress(id, line)} name={name} width={120} />
                    <span className="strong break">{name}</span>
                    {kind === 'unchanged' && <Mark tone="off">{t('portrait.same')}</Mark>}
                  </li>
                ))}
              </ul>
              <MoreButton query={query} />
            </>
          );
        }}
      </Answered>
    </section>
  );
}
