/**
 * Which words can be a Vietnamese syllable: onset + rime + tone.
 * It tells good text from text in a legacy font, so it is generous with rare rimes and strict with foreign spelling.
 */
import { splitTone, type Tone } from './letters.ts';

export const ONSETS = [
  '',
  'b',
  'c',
  'ch',
  'd',
  'đ',
  'g',
  'gh',
  'gi',
  'h',
  'k',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'ngh',
  'nh',
  'p',
  'ph',
  'qu',
  'r',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
] as const;

export const RIMES = (
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut ' +
  'uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ' +
  'y ych yêm yên yêng yêt yêu yn ynh yt'
).split(' ') as readonly string[];

const ONSET_SET: ReadonlySet<string> = new Set(ONSETS);
const RIME_SET: ReadonlySet<string> = new Set(RIMES);
const STOPPED = /(?:c|ch|p|t)$/;

export interface Syllable {
  readonly onset: string;
  readonly rime: string;
  readonly tone: Tone;
}

/** The parts of a syllable in NFC, any case (parts come back in lower case, the tone taken off); null when it cannot be one. */
export function splitSyllable(word: string): Syllable | null {
  if (word.length === 0 || word.length > 7) return null;
  let tone: Tone = 0;
  let bare = '';
  for (const letter of word.toLowerCase()) {
    const split = splitTone(letter);
    if (split && split.tone !== 0) {
      if (tone !== 0) return null;
      tone = split.tone;
    }
    bare += split ? split.bare : letter;
  }
  for (let cut = Math.min(3, bare.length); cut >= 0; cut--) {
    const onset = bare.slice(0, cut);
    const rime = bare.slice(cut);
    if (!ONSET_SET.has(onset) || !RIME_SET.has(rime)) continue;
    // A stopped syllable carries only sắc or nặng ("tác", "tạc").
    if (STOPPED.test(rime) && tone !== 4 && tone !== 5) return null;
    return { onset, rime, tone };
  }
  return null;
}

/** Can this word (NFC, any case) be a Vietnamese syllable? */
export const isSyllable = (word: string): boolean => splitSyllable(word) !== null;
