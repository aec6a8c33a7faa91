/** A repeating part of a group: each line a block of its own, so that nothing has to be scrolled sideways on a phone. */
import type { MySection } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { fileAddress } from '#portal/api/client.ts';
import { DocumentLinks } from '#portal/people/DocumentLinks.tsx';
import { ShowButton } from '#portal/people/ShowButton.tsx';
import { OriginLine } from './OriginLine.tsx';
import { useAsk } from './use-ask.ts';

/** The section of attached documents. */
const DOCUMENTS = 'taiLieu';

export function OwnSection({ section }: { readonly section: MySection }) {
  const { t, localize } = useWords();
  const asked = useAsk();
  const [hidden] = section.hidden;
  const column = section.columns.find((one) => one.key === hidden);
  return (
    <>
      <section className="panel flush" aria-label={localize(section.title)}>
        <div className="panel-head">
          <h2>
            {localize(section.title)} <span className="soft tabular">({section.lines.length})</span>
          </h2>
          <OriginLine origin={section.origin} derived={false} />
          {column && asked.values === null && (
            <p className="small">
              {localize(column.label)}: <ShowButton label={localize(column.label)} unmask={asked} field={column.key} />
            </p>
          )}
        </div>
        <ol className="plain own-lines">
          {section.lines.map((line, index) => (
            <li key={line.dong} aria-label={t('own.line', { n: index + 1 })}>
              <dl>
                {section.columns
                  .map((one) => {
                    const clear = one.key === hidden && asked.values !== null ? String(asked.values[index] ?? '') : null;
                    return [one, clear ?? localize(line.cells[one.key])] as const;
                  })
                  .filter(([, text]) => text !== '')
                  .map(([one, text]) => (
                    <div key={one.key}>
                      <dt>{localize(one.label)}</dt>
                      <dd className="break">{text}</dd>
                    </div>
                  ))}
              </dl>
            </li>
          ))}
        </ol>
      </section>
      {section.key === DOCUMENTS && (
        <DocumentLinks section={section} addressOf={(line) => fileAddress('/me/documents/{line}', { path: { line } })} />
      )}
    </>
  );
}
