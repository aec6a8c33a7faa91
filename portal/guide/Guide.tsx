/** /huong-dan: from an Excel file to a receipt, step by step with pictures; and what each role does. Open to everybody. */
import type { Bilingual } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { PageTitle } from '#portal/parts/PageTitle.tsx';
import { ROLES, STEPS } from './content.ts';
import { addressOf } from './pictures.ts';
import type { Picture } from './pictures.ts';

export function Guide() {
  const { t, localize } = useWords();
  return (
    <>
      <PageTitle title={t('guide.title')} lead={t('guide.lead')} />
      <div className="stack guide">
        <section className="panel stack" aria-labelledby="guide-way">
          <h2 id="guide-way">{t('guide.way')}</h2>
          <ol className="stack">
            {STEPS.map(({ title, text, picture }) => (
              <li key={title.vi}>
                <h3>{localize(title)}</h3>
                <p>{localize(text)}</p>
                {picture && <Shown picture={picture} what={title} />}
              </li>
            ))}
          </ol>
        </section>
        <section className="stack" aria-labelledby="guide-roles">
          <h2 id="guide-roles">{t('guide.roles')}</h2>
          {ROLES.map(({ name, steps, picture }) => (
            <details key={name.vi} className="panel">
              <summary>
                <b>{localize(name)}</b>
              </summary>
              <ol>
                {steps.map((step) => (
                  <li key={step.vi}>{localize(step)}</li>
                ))}
              </ol>
              {picture && <Shown picture={picture} what={name} />}
            </details>
          ))}
        </section>
      </div>
    </>
  );
}

function Shown({ picture, what }: { readonly picture: Picture; readonly what: Bilingual }) {
  const { t, localize } = useWords();
  return (
    <figure>
      <img src={addressOf(picture)} alt={t('guide.pictureOf', { what: localize(what) })} loading="lazy" />
    </figure>
  );
}
