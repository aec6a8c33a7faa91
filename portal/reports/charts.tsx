/** Charts of reports in plain SVG: each says its figures in text and stands above its table, which a keyboard reaches; no colour carries a meaning alone. */
import { useWords } from '#portal/language/use-words.ts';
import { useFormat } from '#portal/parts/use-format.ts';

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly n: number;
}
const LINE = 26;
const WIDTH = 640;
const NAMES = 260;
const SPACE = WIDTH - NAMES - 80;
const LETTERS_MAX = 38;
const short = (name: string): string => (name.length > LETTERS_MAX ? `${name.slice(0, LETTERS_MAX - 1)}…` : name);

/** How many, who has more: horizontal bars, the greatest first, the figure at the end. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const { number } = useFormat();
  const sorted = [...bars].sort((one, other) => other.n - one.n || (one.name < other.name ? -1 : 1));
  const most = Math.max(1, ...sorted.map(({ n }) => n));
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${sorted.length * LINE}`} width="100%">
      {sorted.map(({ key, name, n }, at) => (
        <g key={key} transform={`translate(0 ${at * LINE})`}>
          <text x={NAMES - 8} y={17} textAnchor="end" fontSize="13" fill="currentColor">
            {short(name)}
            <title>{name}</title>
          </text>
          <rect x={NAMES} y={4} width={(SPACE * n) / most} height={LINE - 8} fill="currentColor" opacity={0.55} />
          <text x={NAMES + (SPACE * n) / most + 6} y={17} fontSize="13" fill="currentColor">
            {number(n)}
          </text>
        </g>
      ))}
    </svg>
  );
}

export interface Parts {
  readonly key: string;
  readonly name: string;
  readonly parts: readonly number[];
}
const SHADES = [0.85, 0.6, 0.4, 0.25, 0.12];

/** Parts of a whole over agencies, at most five: each line is one hundred per cent, each part says its share where there is room. */
export function Stacked({
  label,
  names,
  lines,
}: {
  readonly label: string;
  readonly names: readonly string[];
  readonly lines: readonly Parts[];
}) {
  const { t } = useWords();
  const { number } = useFormat();
  return (
    <figure>
      <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${lines.length * LINE}`} width="100%">
        {lines.map(({ key, name, parts }, at) => {
          const all = Math.max(
            1,
            parts.reduce((sum, n) => sum + n, 0),
          );
          return (
            <g key={key} transform={`translate(0 ${at * LINE})`}>
              <text x={NAMES - 8} y={17} textAnchor="end" fontSize="13" fill="currentColor">
                {short(name)}
              </text>
              {parts.map((n, part) => {
                const before = parts.slice(0, part).reduce((sum, one) => sum + one, 0);
                return (
                  <rect
                    key={names[part]}
                    x={NAMES + (SPACE * before) / all}
                    y={4}
                    width={(SPACE * n) / all}
                    height={LINE - 8}
                    fill="currentColor"
                    stroke="currentColor"
                    opacity={SHADES[part] ?? 0.1}
                  >
                    <title>{`${names[part]}: ${number(n)}`}</title>
                  </rect>
                );
              })}
            </g>
          );
        })}
      </svg>
      <figcaption className="small soft">{t('report.parts', { names: names.join(' · ') })}</figcaption>
    </figure>
  );
}
