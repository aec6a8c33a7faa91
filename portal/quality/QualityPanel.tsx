/** How good a record is: its level, each word with what it reached, and what a repair is worth, the most first. */
import './quality.css';
import type { ReactNode } from 'react';
import type { RecordQuality } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import { useFormat } from '#portal/parts/use-format.ts';

type Point = RecordQuality['failed'][number];

/** What stands below is folded away beyond so many. */
const SHOWN_AT_ONCE = 5;

/** @param way  how to come to where a point is repaired; nothing: not from here */
export function QualityPanel({ quality, way }: { readonly quality: RecordQuality; readonly way: (point: Point) => ReactNode }) {
  const { t, localize } = useWords();
  const { level, confidence, failed, notMeasured, words } = quality;
  const [first, others] = [failed.slice(0, SHOWN_AT_ONCE), failed.slice(SHOWN_AT_ONCE)];
  return (
    <section className="panel stack tight" aria-labelledby="quality" data-quality={level}>
      <h2 id="quality">{t('quality.title')}</h2>
      <p className="row">
        <Mark tone={level === 0 ? 'warn' : 'good'}>{t(`quality.level.${String(level) as '0' | '1' | '2' | '3'}`)}</Mark>
        <span className="soft">{t(`quality.confidence.${confidence}`)}</span>
      </p>
      <dl className="quality-words">
        {words.map((one) => (
          <WordBar key={one.word} {...one} />
        ))}
      </dl>
      {failed.length > 0 && (
        <>
          <h3>{t('quality.toRepair', { count: failed.length })}</h3>
          <Points points={first} way={way} />
          {others.length > 0 && (
            <details>
              <summary>{t('quality.toRepair', { count: others.length })}</summary>
              <Points points={others} way={way} />
            </details>
          )}
        </>
      )}
      {notMeasured.length > 0 && (
        <p className="soft small">
          {t('quality.notMeasured', { checks: notMeasured.map(({ title }) => localize(title)).join('; ') })} {t('quality.notMeasured-what')}
        </p>
      )}
      <p className="soft small">
        {t('quality.ofWhat')} {t('quality.confidence-what')}
      </p>
    </section>
  );
}

function WordBar({ word, passed, asked }: RecordQuality['words'][number]) {
  const { t } = useWords();
  const { number } = useFormat();
  const percent = asked === 0 ? null : Math.floor((passed * 1000) / asked) / 10;
  return (
    <div data-word={word}>
      <dt>{t(`quality.word.${word}`)}</dt>
      <dd>
        {percent === null ? (
          <span className="soft">{t('quality.noneAsked')}</span>
        ) : (
          <>
            <meter min={0} max={asked} value={passed} aria-label={t(`quality.word.${word}`)} />
            <span className="tabular nowrap">{number(percent)} %</span>
          </>
        )}
      </dd>
    </div>
  );
}

function Points({ points, way }: { readonly points: readonly Point[]; readonly way: (point: Point) => ReactNode }) {
  const { t, localize } = useWords();
  const { number } = useFormat();
  return (
    <ul className="plain quality-points">
      {points.map((point) => (
        <li key={point.id} data-check={point.id}>
          <span className="quality-title">
            {localize(point.title)} {point.level === 1 && <Mark tone="warn">{t('quality.must')}</Mark>}
          </span>
          <span className="soft small nowrap">
            {t('quality.gain', { word: t(`quality.word.${point.word}`), points: number(point.gain / 10) })}
          </span>
          {way(point)}
        </li>
      ))}
    </ul>
  );
}
