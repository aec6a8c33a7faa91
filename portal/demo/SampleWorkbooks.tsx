/** Sample files of the demo, to try an upload with. Shown nowhere else. */
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useSession } from '#portal/api/queries.ts';
import { useWords } from '#portal/language/use-words.ts';
import { SAMPLES } from './samples.ts';

export function SampleWorkbooks() {
  const { t } = useWords();
  if (!useSession().data?.demo) return null;
  return (
    <section className="panel stack tight" aria-labelledby="samples">
      <h2 id="samples">{t('demo.samples')}</h2>
      <p>{t('demo.samplesLead')}</p>
      <ul className="plain stack tight">
        {SAMPLES.map(({ name, address }) => (
          <li key={name}>
            <a href={address} download data-sample={name}>
              <IconDownload className="icon" size={16} aria-hidden /> {t(`demo.sample-${name}`)}
            </a>{' '}
            <span className="small soft">{t(`demo.sample-${name}-what`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
