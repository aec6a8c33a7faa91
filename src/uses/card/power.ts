/** Does a person lose a power by what the card says of post, job and unit? What cannot be told is a loss: copies of the old card then end at once. Pure. Decision 0087. */
import { nfc } from '#base/vietnamese/text.ts';
import { codeList } from '#standard/code-lists.ts';
import type { CardSays } from './eligible.ts';
import data from './post-ladders.json' with { type: 'json' };

type Said = Pick<CardSays, 'chuc_vu' | 'chuc_danh' | 'don_vi'>;
type Post = NonNullable<Said['chuc_vu']>;

const NO_POST = new Set(
  codeList('chuc_vu')
    .entries.filter(({ attributes }) => attributes['giu_chuc_vu'] === false)
    .map(({ code }) => code),
);

/** Letters, marks and words as they are; case, spaces and punctuation do not make another unit or title. */
const spelling = (words: string | undefined): string =>
  nfc(words ?? '')
    .toLocaleLowerCase('vi')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
/** The same words, spelt another way at most. */
export const spelledAlike = (one: string | undefined, other: string | undefined): boolean => spelling(one) === spelling(other);

const leading = (post: Post | undefined): post is Post => post !== undefined && !(post.ma !== undefined && NO_POST.has(post.ma));

/** Is the second a higher post than the first? Only where one ladder has both. */
const isHigher = (was: Post, says: Post): boolean =>
  data.ladders.some((ladder) => {
    const [from, to] = [ladder.indexOf(was.ma ?? ''), ladder.indexOf(says.ma ?? '')];
    return from >= 0 && to > from;
  });

const powersOf = ({ chuc_danh: job }: Said): string[] => {
  const words = ` ${spelling(job?.ten)} `;
  return data.jobsOfPower.filter((power) => words.includes(` ${power} `));
};

/** Whoever led something leads it still, or leads more; a job with a power of its own is still that job. */
export function keepsPower(was: Said, says: Said): boolean {
  const still = powersOf(says);
  if (powersOf(was).some((power) => !still.includes(power))) return false;
  if (!leading(was.chuc_vu)) return true;
  if (!leading(says.chuc_vu)) return false;
  if (isHigher(was.chuc_vu, says.chuc_vu)) return true;
  return was.chuc_vu.ma === says.chuc_vu.ma && spelledAlike(was.chuc_vu.ten, says.chuc_vu.ten) && spelledAlike(was.don_vi, says.don_vi);
}
