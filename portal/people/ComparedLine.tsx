/** What the population database was found to say of this very value: matched or not, when, and by which way; or that it was not compared. */
import type { Compared } from '#portal/api/generated/api.ts';
import { useWords } from '#portal/language/use-words.ts';
import { instantText } from '#portal/parts/format.ts';
import { Mark } from '#portal/parts/Mark.tsx';
import type { Tone } from '#portal/parts/tones.ts';

const TONE: Readonly<Record<string, Tone>> = { KHOP: 'good', GAN_KHOP: 'note', LECH: 'bad', KHONG_TIM_THAY: 'bad', CHUA: 'wait' };

export function ComparedLine({ compared }: { readonly compared: Compared | null }) {
  const { texts } = useWords();
  if (compared === null) return null;
  const levels = texts('compared') as Readonly<Record<string, string>>;
  const sources = texts('comparedSource') as Readonly<Record<string, string>>;
  const about = [
    compared.extent === 'units' && compared.at !== null && levels['units'],
    compared.at && instantText(compared.at),
    compared.source && (sources[compared.source] ?? compared.source),
  ].filter(Boolean);
  return (
    <span className="small">
      <Mark tone={TONE[compared.level] ?? 'wait'}>{levels[compared.level] ?? compared.level}</Mark>
      {about.length > 0 && <span className="soft"> {about.join(' · ')}</span>}
    </span>
  );
}
