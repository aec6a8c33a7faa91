/** The portrait of a person, 3:4. It is fetched when it comes into sight; each fetching is a read that the person can see. */
import { useState } from 'react';
import { useWords } from '#portal/language/use-words.ts';

interface Props {
  readonly src: string;
  readonly name: string;
  /** CSS pixels */
  readonly width: number;
}

export function Portrait({ src, name, width }: Props) {
  const { t } = useWords();
  const [failed, setFailed] = useState(false);
  if (failed)
    return (
      <span className="portrait none" role="alert" style={{ width }}>
        <span>{t('portrait.failed')}</span>
        <button type="button" className="link" onClick={() => setFailed(false)}>
          {t('common.retry')}
        </button>
      </span>
    );
  return (
    <img
      className="portrait"
      src={src}
      alt={t('portrait.alt', { name })}
      width={width}
      height={Math.round((width * 4) / 3)}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setFailed(true)}
    />
  );
}

/** Where no portrait is. */
export function NoPortrait({ width }: { readonly width: number }) {
  const { t } = useWords();
  return (
    <span className="portrait none" style={{ width }}>
      {t('portrait.none')}
    </span>
  );
}
