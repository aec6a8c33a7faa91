/**
 * What a door says of a verdict (docs/architecture.md §8, Card): word, second line, what the guard is to do; icon, shape, colour and vibration as names.
 * Never colour alone: each word has its own icon and shape. A reason may have words of its own; else those of its code hold.
 */
import { dayInVietnam } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Verdict, VerdictCode, VerdictReason } from './shapes.ts';

export type VerdictIcon = 'check' | 'cross' | 'hourglass' | 'question' | 'warning' | 'clock' | 'again' | 'sample';
export type VerdictShape = 'circle' | 'broken-circle' | 'octagon' | 'square' | 'triangle' | 'band';
export type VerdictColour = 'green' | 'amber' | 'red' | 'grey' | 'violet';
/** short = 1, double = 2, triple = 3 pulses */
export type VerdictHaptic = 'short' | 'double' | 'triple';

/** How a verdict looks and feels. */
export interface VerdictLook {
  readonly icon: VerdictIcon;
  readonly shape: VerdictShape;
  readonly colour: VerdictColour;
  readonly haptic: VerdictHaptic;
}

export interface VerdictWords extends VerdictLook {
  readonly word: Bilingual;
  readonly line: Bilingual;
  /** what is asked of the guard */
  readonly next: Bilingual;
}

type Said = Pick<VerdictWords, 'word' | 'line' | 'next'>;
const said = (vi: readonly [string, string, string], en: readonly [string, string, string]): Said => ({
  word: { vi: vi[0], en: en[0] },
  line: { vi: vi[1], en: en[1] },
  next: { vi: vi[2], en: en[2] },
});

const look = (icon: VerdictIcon, shape: VerdictShape, colour: VerdictColour, haptic: VerdictHaptic): VerdictLook => ({
  icon,
  shape,
  colour,
  haptic,
});

const OF_CODE: Readonly<Record<VerdictCode, VerdictLook & Said>> = {
  V1: {
    ...look('check', 'circle', 'green', 'short'),
    ...said(
      ['Còn hiệu lực', 'Kiểm tra lúc {now}. Trạng thái cập nhật lúc {statusAt}.', 'So ảnh với người trước mặt.'],
      ['Valid', 'Checked at {now}. Status as of {statusAt}.', 'Compare the portrait with the person before you.'],
    ),
  },
  V1b: {
    ...look('check', 'broken-circle', 'amber', 'double'),
    ...said(
      [
        'Còn hiệu lực – chưa so ảnh',
        'Mã này không kèm ảnh. Trạng thái cập nhật lúc {statusAt}.',
        'Xem thẻ nhựa hoặc giấy tờ có ảnh trước khi cho vào.',
      ],
      [
        'Valid – portrait not compared',
        'This code carries no portrait. Status as of {statusAt}.',
        'Look at a plastic card or a paper with a portrait before you let the person in.',
      ],
    ),
  },
  V3: {
    ...look('cross', 'octagon', 'red', 'triple'),
    ...said(
      [
        'Không còn hiệu lực',
        'Cơ quan cấp đã ngừng hiệu lực thẻ này. Trạng thái cập nhật lúc {statusAt}.',
        'Không dùng thẻ này để xác nhận tư cách. Nếu người giữ không đồng ý, mời họ liên hệ cơ quan của mình.',
      ],
      [
        'No longer valid',
        'The issuing body has ended this card. Status as of {statusAt}.',
        'Do not take this card as proof of office. A holder who disagrees should ask their own body.',
      ],
    ),
  },
  V4: {
    ...look('hourglass', 'square', 'grey', 'double'),
    ...said(
      ['Hết hạn', 'Bản thẻ trong ví đã hết hạn.', 'Bảo người giữ mở ví khi có mạng để làm mới thẻ, rồi kiểm tra lại.'],
      [
        'Expired',
        'The copy in the wallet has expired.',
        'Ask the holder to open the wallet online so that it refreshes, then check again.',
      ],
    ),
  },
  V5: {
    ...look('question', 'square', 'grey', 'double'),
    ...said(
      [
        'Không nhận ra',
        'Đây không phải mã thẻ CBCCVC, hoặc mã bị mờ, bị cắt.',
        'Quét: đưa mã vào giữa khung, giữ yên, lau ống kính nếu mờ. Dán chữ: dán lại đủ nội dung.',
      ],
      [
        'Not recognised',
        'This is not a code of an official card, or it is blurred or cut.',
        'Scanning: centre the code, hold still, wipe the lens if it is dim. Pasting: paste all of the text again.',
      ],
    ),
  },
  V6: {
    ...look('warning', 'triangle', 'red', 'triple'),
    ...said(
      [
        'Nơi cấp không tin cậy',
        'Chữ ký không thuộc cơ quan được phép cấp thẻ.',
        'Có thể là thẻ giả. Không cho vào bằng thẻ này; báo bộ phận an ninh.',
      ],
      [
        'Issuer not trusted',
        'The signature is not of a body that may issue cards.',
        'It may be forged. Do not admit anyone on this card; tell security.',
      ],
    ),
  },
  V7: {
    ...look('hourglass', 'triangle', 'amber', 'double'),
    ...said(
      [
        'Chưa kiểm tra được trạng thái',
        'Máy này chưa có danh sách trạng thái của thẻ. Thẻ có thể đã bị thu hồi.',
        'Nối mạng rồi quét lại, hoặc theo quy định của cơ quan.',
      ],
      [
        'Status not checked',
        'This device has no status list for the card. The card may have been revoked.',
        'Go online and scan again, or follow the rule of your body.',
      ],
    ),
  },
  V8: {
    ...look('clock', 'triangle', 'amber', 'double'),
    ...said(
      ['Giờ máy không đúng', 'Đồng hồ của máy này lệch.', 'Đặt giờ tự động cho máy rồi kiểm tra lại.'],
      ['Clock is wrong', 'The clock of this device is off.', 'Set the time automatically, then check again.'],
    ),
  },
  V9: {
    ...look('again', 'octagon', 'red', 'triple'),
    ...said(
      [
        'Mã đã dùng hoặc được chụp lại',
        'Mã này đã được kiểm tra một lần; mỗi mã chỉ dùng một lần.',
        'Bảo người giữ mở thẻ trên máy của họ; không nhận ảnh chụp màn hình.',
      ],
      [
        'Code used before or copied',
        'This code was checked before; each code is good once.',
        'Ask the holder to open the card on their own phone; take no screenshot.',
      ],
    ),
  },
  V11: {
    ...look('sample', 'band', 'violet', 'triple'),
    ...said(
      ['Thẻ thử nghiệm', 'Thẻ mẫu, không có giá trị.', 'Không dùng thẻ này để xác nhận tư cách.'],
      ['Test card', 'A sample card, without any value.', 'Do not take this card as proof of office.'],
    ),
  },
};

/** Where a reason needs other words than its code. */
const OF_REASON: Readonly<Partial<Record<VerdictReason, Partial<Said>>>> = {
  'says-too-little': {
    word: { vi: 'Còn hiệu lực – chưa đủ để nhận người', en: 'Valid – not enough to tell who it is' },
    line: {
      vi: 'Bản này không cho biết đủ họ tên, chức vụ và cơ quan. Trạng thái cập nhật lúc {statusAt}.',
      en: 'This does not say name, position and agency. Status as of {statusAt}.',
    },
    next: {
      vi: 'Bảo người giữ chọn thêm họ tên, chức vụ, cơ quan và ảnh rồi trình lại.',
      en: 'Ask the holder to show name, position, agency and portrait, and present again.',
    },
  },
  'not-asked': {
    word: { vi: 'Còn hiệu lực – chưa rõ ai gửi', en: 'Valid – not known who sent it' },
    line: {
      vi: 'Bản này không trả lời cụm từ của cửa nên có thể đã được chép từ nơi khác. Trạng thái cập nhật lúc {statusAt}.',
      en: 'This does not answer the phrase of this door, so it may have been copied from elsewhere. Status as of {statusAt}.',
    },
    next: {
      vi: 'Trở lại màn hình đầu, đọc cụm từ của cửa cho người giữ nhập vào ví rồi trình lại, hoặc cho họ quét mã của cửa.',
      en: 'Back on the first screen read the phrase of the door to the holder, who types it into the wallet and presents again; or let them scan the code of the door.',
    },
  },
  'holder-not-proven': {
    line: {
      vi: 'Chưa chứng minh người cầm là người giữ thẻ. Trạng thái cập nhật lúc {statusAt}.',
      en: 'Nothing proves that the bearer is the holder. Status as of {statusAt}.',
    },
    next: {
      vi: 'So ảnh với người trước mặt, và bảo họ mở thẻ trên máy để đưa mã dùng một lần.',
      en: 'Compare the portrait, and ask for a one-time code from the phone.',
    },
  },
  'card-expired': {
    line: { vi: 'Hạn ghi trên thẻ: {validUntil}.', en: 'Valid on its face until {validUntil}.' },
    next: { vi: 'Không dùng thẻ này để xác nhận tư cách.', en: 'Do not take this card as proof of office.' },
  },
  'too-large': {
    line: { vi: 'Nội dung quá dài để là một thẻ.', en: 'Too long to be a card.' },
    next: { vi: 'Kiểm tra lại tệp hoặc đoạn đã dán.', en: 'Look again at the file or the pasted text.' },
  },
  'unknown-type': {
    line: { vi: 'Đây là giấy tờ điện tử khác, không phải thẻ CBCCVC.', en: 'This is another electronic document, not an official card.' },
  },
  'wrong-kind': {
    line: { vi: 'Đây là giấy tờ điện tử khác, không phải thẻ CBCCVC.', en: 'This is another electronic document, not an official card.' },
  },
  'bad-signature': {
    line: { vi: 'Chữ ký không khớp: nội dung đã bị sửa hoặc là giả.', en: 'The signature does not fit: altered, or forged.' },
  },
  'key-distrusted': {
    word: { vi: 'Khóa ký thẻ không còn được tin', en: 'Signed by a key that is trusted no more' },
    line: {
      vi: 'Nơi cấp đã ngừng tin khóa đã ký thẻ này. Thẻ thật được cấp lại qua ví khi có mạng.',
      en: 'The issuer no longer trusts the key that signed this card. A true card is issued anew to the wallet online.',
    },
    next: {
      vi: 'Bảo người giữ mở ví khi có mạng để nhận thẻ mới, rồi kiểm tra lại. Không nhận thẻ này.',
      en: 'Ask the holder to open the wallet online for a new card, then check again. Do not take this one.',
    },
  },
  'no-trust-list': {
    line: {
      vi: 'Máy này chưa có danh sách nơi cấp tin cậy còn hạn, nên chưa biết thẻ do ai ký.',
      en: 'This device has no current list of trusted issuers, so it cannot tell who signed the card.',
    },
  },
  'status-list-too-old': {
    line: {
      vi: 'Dữ liệu trạng thái đã {ageHours} giờ. Thẻ có thể đã bị thu hồi.',
      en: 'The status data is {ageHours} hours old. The card may have been revoked.',
    },
  },
  'index-out-of-range': {
    line: { vi: 'Danh sách trạng thái không có chỗ của thẻ này.', en: 'The status list has no place for this card.' },
    next: {
      vi: 'Cập nhật dữ liệu rồi quét lại; nếu vẫn vậy, báo bộ phận an ninh.',
      en: 'Refresh the data and scan again; if it stays, tell security.',
    },
  },
  'server-clock-wrong': {
    word: { vi: 'Giờ máy chủ không đúng', en: "The server's clock is wrong" },
    line: {
      vi: 'Danh sách từ máy chủ ghi giờ ở tương lai. Đồng hồ của máy này không sai.',
      en: 'The lists of the server say a time to come. The clock of this device is not at fault.',
    },
    next: {
      vi: 'Không cần chỉnh máy này: báo đơn vị vận hành hệ thống. Đến khi họ sửa xong, kiểm tra bằng thẻ nhựa hoặc giấy tờ có ảnh.',
      en: 'Do not touch this device: tell who operates the system. Until it is set right, look at a plastic card or a paper with a portrait.',
    },
  },
  'from-the-future': {
    line: { vi: 'Đồng hồ của máy này hoặc của máy người giữ bị lệch.', en: "The clock of this device, or of the holder's phone, is off." },
    next: { vi: 'Đặt giờ tự động cho cả hai máy rồi lấy mã mới.', en: 'Set the time automatically on both, then take a new code.' },
  },
  'wrong-holder-key': {
    word: { vi: 'Mã được chụp lại', en: 'Code copied' },
    line: { vi: 'Mã không do máy của người giữ thẻ ký.', en: "The code was not signed by the holder's phone." },
  },
  'bad-holder-proof': {
    word: { vi: 'Người cầm chưa chứng minh được', en: 'Holder not proven' },
    line: {
      vi: 'Phần chứng minh do máy người cầm gửi không đúng dạng.',
      en: 'The proof that came with the card is not of the right kind.',
    },
    next: { vi: 'Bảo người giữ lấy mã mới trên máy của họ.', en: 'Ask the holder for a new code from their own phone.' },
  },
  'wrong-audience': {
    line: { vi: 'Mã này được tạo cho nơi khác.', en: 'This code was made for another place.' },
  },
  'wrong-nonce': {
    word: { vi: 'Mã trả lời nơi khác', en: 'Code answers another door' },
    line: { vi: 'Mã này trả lời một lần hỏi khác.', en: 'This code answers another question.' },
    next: {
      vi: 'Hỏi lại bằng mã của cửa, hoặc bằng cụm từ đang hiện ở màn hình đầu; không nhận mã chép lại.',
      en: 'Ask again by the code of the door, or by the phrase on the first screen; take no copied one.',
    },
  },
  'too-old': {
    word: { vi: 'Mã đã quá hạn dùng', en: 'Code too old' },
    line: {
      vi: 'Mã chỉ dùng được trong chốc lát sau khi tạo; mã này đã quá hạn hoặc được chụp lại.',
      en: 'A code is good for a short while; this one is too old, or copied.',
    },
    next: { vi: 'Bảo người giữ lấy mã mới trên máy của họ.', en: 'Ask the holder for a new code from their own phone.' },
  },
  'wrong-environment': {
    word: { vi: 'Máy đang ở chế độ thử nghiệm', en: 'This device is in test mode' },
    line: { vi: 'Thẻ chính thức không kiểm tra được ở trang thử nghiệm.', en: 'A real card cannot be checked at a test page.' },
    next: {
      vi: 'Mở trang kiểm tra của cơ quan mình từ dấu trang có sẵn.',
      en: 'Open the checking page of your own agency from its bookmark.',
    },
  },
};

const HOUR_MS = 3_600_000;
/** After three days without contact a door takes no card (docs/architecture.md §8, Card). */
const REFUSED_AFTER_HOURS = 72;

const TIME = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

const dayText = (day: string): string => day.split('-').reverse().join('/');
/** `09:10:00`, with the day before it when that is another day than now's */
function timeText(at: string, now: string): string {
  const day = dayInVietnam(at);
  return `${TIME.format(new Date(at))}${day === dayInVietnam(now) ? '' : ` ${dayText(day)}`}`;
}

/** The words of a verdict, filled in. `nowMs`: when it was made. */
export function verdictWords(verdict: Verdict, nowMs: number): VerdictWords {
  const now = new Date(nowMs).toISOString();
  const ageHours = verdict.statusAt ? Math.floor((nowMs - Date.parse(verdict.statusAt)) / HOUR_MS) : null;
  const facts: Readonly<Record<string, string>> = {
    now: timeText(now, now),
    statusAt: verdict.statusAt ? timeText(verdict.statusAt, now) : '–',
    validUntil: verdict.claims?.het_han ? dayText(verdict.claims.het_han) : '–',
    ageHours: String(ageHours ?? '–'),
  };
  const filled = (text: Bilingual): Bilingual => ({ vi: fill(text.vi, facts), en: fill(text.en, facts) });
  const { word, line, next, ...look } = { ...OF_CODE[verdict.code], ...OF_REASON[verdict.reason] };
  const tooLong = verdict.reason === 'status-list-too-old' && ageHours !== null && ageHours >= REFUSED_AFTER_HOURS;
  return {
    ...look,
    word,
    line: filled(line),
    next: tooLong
      ? {
          vi: 'Không chấp nhận: dữ liệu đã quá 72 giờ. Nối mạng rồi quét lại.',
          en: 'Do not accept: the data is over 72 hours old. Go online and scan again.',
        }
      : next,
  };
}

const fill = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
