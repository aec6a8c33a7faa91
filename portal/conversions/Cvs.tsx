/** E-CVs of a record: made at any time from what is confirmed, taken as JSON and as PDF. A part of the record page and of the own data. */
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import type { UseQueryResult } from '@tanstack/react-query';
import { useAct } from '#portal/api/act-on.ts';
import { fileAddress } from '#portal/api/client.ts';
import type { Cv } from '#portal/api/generated/api.ts';
import { useCvs, useMyCvs } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Answered } from '#portal/parts/Answered.tsx';
import { Button } from '#portal/parts/Button.tsx';
import { Failure } from '#portal/parts/Failure.tsx';
import { dayText, instantText } from '#portal/parts/format.ts';

const FORMS = ['pdf', 'json'] as const;
type AddressOf = (number: string, form: (typeof FORMS)[number]) => ReturnType<typeof fileAddress>;

/** For officers, on a record. */
export function CvsOfRecord({ id }: { readonly id: string }) {
  const make = useAct('/people/{id}/cvs', () => ({ path: { id } }), [
    ['person', id, 'cvs'],
    ['person', id, 'reads'],
  ]);
  return (
    <Cvs
      query={useCvs(id)}
      make={make}
      addressOf={(number, form) =>
        form === 'pdf'
          ? fileAddress('/people/{id}/cvs/{number}/cv.pdf', { path: { id, number } })
          : fileAddress('/people/{id}/cvs/{number}/cv.json', { path: { id, number } })
      }
    />
  );
}

/** One's own. */
export function MyCvs() {
  const make = useAct('/me/cvs', () => ({}), [['me', 'cvs']]);
  return (
    <Cvs
      query={useMyCvs()}
      make={make}
      addressOf={(number, form) =>
        form === 'pdf'
          ? fileAddress('/me/cvs/{number}/cv.pdf', { path: { number } })
          : fileAddress('/me/cvs/{number}/cv.json', { path: { number } })
      }
    />
  );
}

interface Props {
  readonly query: UseQueryResult<{ readonly items: readonly Cv[] }>;
  readonly make: {
    readonly go: (request: undefined) => Promise<Cv>;
    readonly busy: boolean;
    readonly error: unknown;
    readonly answer: Cv | undefined;
  };
  readonly addressOf: AddressOf;
}

function Cvs({ query, make, addressOf }: Props) {
  const { t } = useWords();
  return (
    <section className="panel stack tight" aria-label={t('cv.title')}>
      <h2>{t('cv.title')}</h2>
      <p className="soft">{t('cv.what')}</p>
      <div className="actions">
        <Button
          data-make-cv
          loading={make.busy}
          onClick={() => {
            make.go(undefined).catch(() => undefined); // a refusal is shown below
          }}
        >
          {t('cv.make')}
        </Button>
      </div>
      {make.error != null && <Failure error={make.error} />}
      {make.answer && (
        <p className="note good" role="status">
          {t('cv.made', { number: make.answer.number, day: dayText(make.answer.dataOf) })}{' '}
          {make.answer.leftOut > 0 && t('cv.leftOut', { count: make.answer.leftOut })}
        </p>
      )}
      <h3>{t('cv.list')}</h3>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t('cv.none')}</p>
          ) : (
            <ul className="plain stack tight">
              {items.map((cv) => (
                <Row key={cv.number} cv={cv} addressOf={addressOf} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

function Row({ cv: { number, dataOf, at, leftOut }, addressOf }: { readonly cv: Cv; readonly addressOf: AddressOf }) {
  const { t } = useWords();
  return (
    <li>
      <p>
        <span className="strong tabular">{number}</span> · {t('cv.line', { day: dayText(dataOf), at: instantText(at) })}
      </p>
      {leftOut > 0 && <p className="soft small">{t('cv.leftOut', { count: leftOut })}</p>}
      <p className="actions">
        {FORMS.map((form) => (
          <a key={form} href={addressOf(number, form)} download data-cv={form} aria-label={t('cv.of', { form: t(`cv.${form}`), number })}>
            <IconDownload className="icon" size={16} aria-hidden /> {t(`cv.${form}`)}
          </a>
        ))}
      </p>
    </li>
  );
}
