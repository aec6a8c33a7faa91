/**
 * The phrases of this page: one stands on the screen, is read to the holder, and gives way to another one with the next answer. Those before it are still known as long as an answer to them
 * could come, so that the same answer a second time is told as such. They live with the page alone: another tab, another device, another door has its own.
 */

/** Household words that are told from each other without their marks; `phrase.test.ts` holds them to it. Five of them are 39 bits. */
export const WORDS: readonly string[] =
  `an ao ba bạc bản bằng bánh báo bay bể bên biển bình bò bốn bông bút cá cam cao cánh cát cau cây chai chanh chè chiếu chim chín chợ chuông cỏ con cốc cối cơm cột cua cúc củ da dao dầu dây dê dép dừa đài đàn đất đèn đò đồi đồng đường ếch én gà gạch gạo gấu ghế gió giấy giếng gỗ gối gốm gừng hai hàng hạt hè heo hoa hồ hồng hương huệ kem kẹo khăn khay khế khoai kho kim kính lá lạc lan làng lau lê len lửa lưới lược lưng lớp mai màn mây mèo mía miến mít mơ mũ mùa mực muối muỗng mướp năm nắng nem nến nhà nhạc nhãn nho nhung non nơ nồi nước ốc ong ổi phà phấn phao phố quả quán quạt quê quýt rau rạ rổ rơm rùa rừng ruộng rượu sách sân sáo sáu sắt sen sếu sim sò sóc sông sơn sữa súp sương suối tám táo tàu tay tem thảm tháng tháp thìa thơ thóc thông thước thuyền tía tiền tim tỏi tôm tóc tranh trà trầu trăng tre trúc trứng trường trống tủ tuần tuyết tùng tượng vải vàng vành vẹt ví vịt võng vở vườn vòi vui xanh xe xoài xoan xôi xuân xưa xương yên mẹ nắp vảy vạt thư tập ghi đọc nghe nhìn viết học bơi chạy leo gặt xay giã khoan thêu dệt nặn đúc khắc chạm`
    .normalize('NFC')
    .split(' ');

const PHRASE_WORDS = 5;
/** A phrase is replaced on the screen after five minutes, and answers to it are taken for five more: a holder may have begun to type. */
const SHOWN_MS_MAX = 300_000;
const TAKEN_MS_MAX = 2 * SHOWN_MS_MAX;
/** A gate sees some hundred people an hour. */
const KEPT_MAX = 200;

export interface Phrase {
  /** as it is signed: `sen-lua-mua-bac-cau` */
  readonly text: string;
  /** as it is read out: `sen lúa mùa bạc cau` */
  readonly words: string;
}

export interface Phrases {
  /** the one that stands on the screen; a new one when it was answered or is too old */
  current(): Phrase;
  /** an answer came: the next person gets another phrase */
  answered(): void;
  /** whatever may still be answered, the newest first */
  taken(): readonly string[];
}

/** A word as any keyboard writes it. */
export const withoutMarks = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

/** @param chance  a whole number, 0 or greater, that nobody can guess */
export function phrases(nowMs: () => number, chance: () => number): Phrases {
  let kept: readonly { readonly phrase: Phrase; readonly madeMs: number }[] = [];
  let isAnswered = true;
  const draw = (): Phrase => {
    const words = Array.from({ length: PHRASE_WORDS }, () => WORDS[chance() % WORDS.length]!);
    return { text: words.map(withoutMarks).join('-'), words: words.join(' ') };
  };
  return {
    current() {
      const now = nowMs();
      const [last] = kept;
      // A clock that was set back makes a phrase too old as well.
      if (last && !isAnswered && Math.abs(now - last.madeMs) < SHOWN_MS_MAX) return last.phrase;
      const phrase = draw();
      kept = [{ phrase, madeMs: now }, ...kept].slice(0, KEPT_MAX);
      isAnswered = false;
      return phrase;
    },
    answered() {
      isAnswered = true;
    },
    taken: () => kept.filter(({ madeMs }) => Math.abs(nowMs() - madeMs) < TAKEN_MS_MAX).map(({ phrase }) => phrase.text),
  };
}
