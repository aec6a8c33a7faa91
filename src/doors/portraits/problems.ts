/** Problems of pictures: refusals of a whole upload (E-PORTRAITS-…), findings about one portrait (E-PORTRAIT-…), photos of papers (E-PHOTO-…). */
import { problem } from '#base/problem.ts';
import type { Bilingual, Problem, ProblemKind } from '#base/problem.ts';
import type { Finding } from './reader/image-head.ts';
import { PHOTO_BYTES_MAX, PHOTO_SIDE_MIN } from './reader/limits.ts';

export const zipBroken = problem({
  code: 'E-PORTRAITS-BROKEN',
  vi: 'Tệp nén bị hỏng: {why}.',
  en: 'The zip file is damaged: {whyEn}.',
  next: {
    vi: 'Nén lại thư mục ảnh thành một tệp .zip mới rồi tải lên. Nếu vẫn hỏng, tải lên khi đường truyền ổn định hơn.',
    en: 'Make a new .zip of the folder of pictures and upload that.',
  },
  example: { why: 'thiếu phần cuối', whyEn: 'its end is missing' },
});

export const zipPassword = problem({
  code: 'E-PORTRAITS-PASSWORD',
  vi: 'Tệp nén được đặt mật khẩu nên không đọc được.',
  en: 'The zip file is protected by a password and cannot be read.',
  next: {
    vi: 'Nén lại không đặt mật khẩu: đường truyền lên Cổng đã được mã hóa.',
    en: 'Make it again without a password: the way to the portal is encrypted already.',
  },
  example: {},
});

export const zipUnsafe = problem({
  code: 'E-PORTRAITS-UNSAFE',
  vi: 'Tệp nén có cấu trúc không an toàn ({why}) nên không được đọc.',
  en: 'The zip file has an unsafe structure ({whyEn}) and was not read.',
  next: {
    vi: 'Chép riêng các tệp ảnh ra một thư mục mới, nén thư mục đó thành .zip rồi tải lên.',
    en: 'Copy the pictures alone into a new folder, zip that folder and upload it.',
  },
  example: { why: 'tên phần tệp không an toàn', whyEn: 'an unsafe name of a part' },
});

export const zipBomb = problem({
  code: 'E-PORTRAITS-BOMB',
  vi: 'Tệp nén bung ra lớn bất thường ({why}) nên không được đọc tiếp.',
  en: 'The zip file unpacks to an unusual size ({whyEn}) and was not read on.',
  next: {
    vi: 'Chỉ để ảnh JPEG hoặc PNG trong tệp nén; nếu nhiều ảnh, chia thành vài tệp.',
    en: 'Keep only JPEG or PNG pictures in the zip; split many pictures into several zips.',
  },
  example: { why: 'bung ra quá lớn', whyEn: 'it unpacks to too much' },
});

export const tooHeavy = problem({
  code: 'E-PORTRAITS-TOO-HEAVY',
  vi: 'Đọc các ảnh này tốn quá nhiều thời gian hoặc bộ nhớ ({why}).',
  en: 'Reading these pictures takes too much time or memory ({whyEn}).',
  next: {
    vi: 'Chia thành vài tệp nén nhỏ hơn, hoặc thu nhỏ ảnh (khoảng 1200 × 1600 điểm) rồi gửi lại.',
    en: 'Split them into smaller zips, or make the pictures smaller (about 1200 × 1600), and send again.',
  },
  example: { why: 'quá thời gian', whyEn: 'out of time' },
});

export const noPictures = problem({
  code: 'E-PORTRAITS-EMPTY',
  vi: 'Tệp nén này không có ảnh nào.',
  en: 'There is no picture in this zip file.',
  next: {
    vi: 'Nén các ảnh JPEG hoặc PNG, mỗi ảnh đặt tên bằng số định danh 12 số của người đó (ví dụ: 000190000012.jpg).',
    en: 'Zip JPEG or PNG pictures, each named by the 12-digit citizen number of the person.',
  },
  example: {},
});

export const tooManyPictures = problem({
  code: 'E-PORTRAITS-TOO-MANY',
  vi: 'Tệp nén có {count} ảnh, nhiều hơn {limit} ảnh một lần gửi.',
  en: 'The zip file has {count} pictures, more than {limit} in one upload.',
  next: { vi: 'Chia thành nhiều tệp nén, ví dụ theo đơn vị.', en: 'Split them into several zips, for example by unit.' },
  example: { count: '1240', limit: '1000' },
});

export const otherArchive = problem({
  code: 'E-PORTRAITS-OTHER-ARCHIVE',
  vi: 'Đây là tệp nén {kind}; Cổng chỉ mở tệp .zip.',
  en: 'This is a {kind} archive; the portal opens .zip only.',
  next: {
    vi: 'Giải nén ra thư mục, bấm chuột phải vào thư mục, chọn "Nén thành tệp ZIP" rồi tải lên.',
    en: 'Unpack it, then zip the folder (right click → Compress to ZIP file) and upload that.',
  },
  example: { kind: 'RAR' },
});

export const nameIsNoNumber = problem({
  code: 'E-PORTRAIT-NAME',
  group: { vi: 'Đặt tên ảnh bằng số định danh', en: 'Name pictures by citizen number' },
  vi: 'Tên tệp ảnh không phải số định danh 12 số nên không biết là ảnh của ai.',
  en: 'The file is not named by a 12-digit citizen number, so nobody knows whose picture it is.',
  next: {
    vi: 'Đổi tên tệp thành đúng 12 số, không thêm chữ hay dấu (ví dụ: 000190000012.jpg), rồi gửi lại.',
    en: 'Rename the file to the 12 digits and nothing else (for example 000190000012.jpg), and send it again.',
  },
  example: {},
});

export const personHasTwo = problem({
  code: 'E-PORTRAIT-TWICE',
  group: { vi: 'Một người có hai ảnh', en: 'Two pictures of one person' },
  vi: 'Tệp nén có {count} ảnh mang cùng số định danh này, không biết ảnh nào đúng.',
  en: 'The zip has {count} pictures with this citizen number; nobody knows which is right.',
  next: { vi: 'Giữ lại một ảnh đúng, bỏ các ảnh kia rồi gửi lại.', en: 'Keep the right one, remove the others, and send again.' },
  example: { count: '2' },
});

export const notAnImage = problem({
  code: 'E-PORTRAIT-NOT-IMAGE',
  group: { vi: 'Tệp không phải ảnh', en: 'Not a picture' },
  vi: 'Tệp này mang tên ảnh nhưng nội dung không phải ảnh.',
  en: 'The file is named like a picture but holds none.',
  next: { vi: 'Mở thử tệp trên máy; lấy lại ảnh gốc rồi gửi lại.', en: 'Try to open it; take the original picture and send that.' },
  example: {},
});

export const otherKind = problem({
  code: 'E-PORTRAIT-OTHER-KIND',
  group: { vi: 'Lưu ảnh thành JPEG hoặc PNG', en: 'Save pictures as JPEG or PNG' },
  vi: 'Ảnh ở định dạng {kind}; Cổng nhận JPEG và PNG.',
  en: 'The picture is {kind}; the portal takes JPEG and PNG.',
  next: {
    vi: 'Mở ảnh, chọn "Lưu thành" → JPEG. Trên iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất.',
    en: 'Open the picture and save it as JPEG. On an iPhone: Settings → Camera → Formats → Most Compatible.',
  },
  example: { kind: 'HEIC' },
});

export const tooSmall = problem({
  code: 'E-PORTRAIT-TOO-SMALL',
  group: { vi: 'Ảnh quá nhỏ', en: 'Picture too small' },
  vi: 'Sau khi cắt theo khổ 3:4, ảnh chỉ còn {width} × {height} điểm, nhỏ hơn 240 × 320.',
  en: 'Cropped to 3:4 the picture is only {width} × {height}, smaller than 240 × 320.',
  next: {
    vi: 'Dùng ảnh gốc, không dùng ảnh thu nhỏ hay ảnh chụp lại màn hình.',
    en: 'Use the original, not a thumbnail or a screenshot.',
  },
  example: { width: '150', height: '200' },
});

export const tooLarge = problem({
  code: 'E-PORTRAIT-TOO-LARGE',
  group: { vi: 'Tệp ảnh quá nặng', en: 'Picture file too large' },
  vi: 'Tệp ảnh nặng hơn {megabytes} MB.',
  en: 'The picture file is larger than {megabytes} MB.',
  next: {
    vi: 'Thu nhỏ ảnh (khoảng 1200 × 1600 điểm là đủ) rồi lưu lại thành JPEG.',
    en: 'Make it smaller (about 1200 × 1600 is enough) and save it as JPEG.',
  },
  example: { megabytes: '2' },
});

export const tooManyPixels = problem({
  code: 'E-PORTRAIT-TOO-MANY-PIXELS',
  group: { vi: 'Ảnh có quá nhiều điểm', en: 'Too many pixels' },
  vi: 'Ảnh có {width} × {height} điểm, nhiều hơn 25 triệu điểm.',
  en: 'The picture has {width} × {height} pixels, more than 25 million.',
  next: {
    vi: 'Thu nhỏ ảnh (khoảng 1200 × 1600 điểm là đủ) trước khi gửi.',
    en: 'Make it smaller (about 1200 × 1600 is enough) before sending.',
  },
  example: { width: '20000', height: '20000' },
});

export const cutOff = problem({
  code: 'E-PORTRAIT-TRUNCATED',
  group: { vi: 'Ảnh bị cắt giữa chừng', en: 'Picture cut off' },
  vi: 'Tệp ảnh bị cắt giữa chừng, thường do chép hoặc tải về chưa xong.',
  en: 'The file ends before the picture does, often because a copy or download was broken off.',
  next: { vi: 'Chép lại ảnh từ nguồn gốc rồi gửi lại.', en: 'Copy the picture from its source again and send it.' },
  example: {},
});

export const pictureBroken = problem({
  code: 'E-PORTRAIT-BROKEN',
  group: { vi: 'Ảnh bị hỏng', en: 'Damaged picture' },
  vi: 'Tệp ảnh bị hỏng, không dựng lại được hình.',
  en: 'The picture is damaged and cannot be shown.',
  next: {
    vi: 'Mở ảnh trên máy, lưu lại thành JPEG; nếu không mở được, chụp lại ảnh.',
    en: 'Open it and save it anew as JPEG; if it does not open, take another.',
  },
  example: {},
});

export const animated = problem({
  code: 'E-PORTRAIT-ANIMATED',
  group: { vi: 'Ảnh động', en: 'Animated picture' },
  vi: 'Đây là ảnh động; ảnh chân dung phải là ảnh tĩnh.',
  en: 'This is an animated picture; a portrait is a still one.',
  next: { vi: 'Gửi một ảnh tĩnh JPEG hoặc PNG.', en: 'Send a still JPEG or PNG.' },
  example: {},
});

export const cmyk = problem({
  code: 'E-PORTRAIT-CMYK',
  group: { vi: 'Ảnh theo hệ màu in CMYK', en: 'Picture in the colours of print (CMYK)' },
  vi: 'Ảnh theo hệ màu in (CMYK) sẽ sai màu da khi hiển thị.',
  en: 'The picture is in the colours of print (CMYK): skin would be shown in wrong colours.',
  next: { vi: 'Lưu lại ảnh theo hệ màu sRGB (RGB) rồi gửi lại.', en: 'Save it in sRGB and send it again.' },
  example: {},
});

export const notUpright = problem({
  code: 'E-PORTRAIT-RATIO',
  group: { vi: 'Khổ ảnh không phải chân dung', en: 'Not the shape of a portrait' },
  vi: 'Ảnh {width} × {height} điểm quá dài hoặc quá ngang để cắt thành khổ 3:4.',
  en: 'A picture of {width} × {height} is too long or too wide to be cropped to 3:4.',
  next: {
    vi: 'Cắt ảnh còn phần đầu và vai (khổ 3×4 hoặc 4×6) rồi gửi lại.',
    en: 'Crop it to head and shoulders (3×4 or 4×6) and send it again.',
  },
  example: { width: '4000', height: '900' },
});

export const blank = problem({
  code: 'E-PORTRAIT-BLANK',
  group: { vi: 'Ảnh trống', en: 'Blank picture' },
  vi: 'Ảnh chỉ có một màu, không có hình người.',
  en: 'The picture is of one colour; there is nobody in it.',
  next: {
    vi: 'Kiểm tra lại ảnh (có thể quét nhầm mặt sau) rồi gửi ảnh đúng.',
    en: 'Look at it (perhaps the back was scanned) and send the right one.',
  },
  example: {},
});

export const croppedMuch = problem({
  code: 'E-PORTRAIT-CROPPED',
  group: { vi: 'Ảnh bị cắt nhiều', en: 'Much was cropped away' },
  severity: 'warning',
  vi: 'Đã cắt bỏ {percent}% ảnh để thành khổ 3:4.',
  en: '{percent}% of the picture was cropped away to make it 3:4.',
  next: {
    vi: 'Xem ảnh đã cắt ở phần xem trước: khuôn mặt phải đủ và ở giữa. Nếu chưa được, tự cắt rồi gửi lại.',
    en: 'Look at the preview: the face must be whole and in the middle. If not, crop it yourself and send again.',
  },
  example: { percent: '44' },
});

export const coarse = problem({
  code: 'E-PORTRAIT-COARSE',
  group: { vi: 'Ảnh hơi nhỏ, có thể mờ', en: 'Small picture, may be blurred' },
  severity: 'warning',
  vi: 'Ảnh sau khi cắt có {width} × {height} điểm, nhỏ hơn 480 × 640 nên có thể mờ.',
  en: 'Cropped, the picture has {width} × {height}, less than 480 × 640: it may look blurred.',
  next: { vi: 'Nếu có ảnh rõ hơn thì nên gửi ảnh đó.', en: 'If there is a sharper one, send that.' },
  example: { width: '300', height: '400' },
});

/** What the sandboxed parser says, by code. */
export const FINDINGS: Readonly<Record<string, ProblemKind>> = Object.fromEntries(
  [
    zipBroken,
    zipPassword,
    zipUnsafe,
    zipBomb,
    noPictures,
    tooManyPictures,
    otherArchive,
    notAnImage,
    otherKind,
    tooSmall,
    tooLarge,
    tooManyPixels,
    cutOff,
    pictureBroken,
    animated,
    cmyk,
    notUpright,
    blank,
    croppedMuch,
    coarse,
  ].map((kind) => [kind.declaration.code, kind]),
);

export const portraitOfNobody = problem({
  code: 'E-PORTRAIT-NO-PERSON',
  group: { vi: 'Ảnh của người chưa có hồ sơ', en: 'Pictures of people without a record' },
  vi: 'Cơ quan chưa có hồ sơ nào mang số định danh này nên chưa gắn được ảnh.',
  en: 'The agency has no record with this citizen number, so the picture cannot be attached.',
  next: {
    vi: 'Kiểm tra lại số. Nếu số đúng, gửi hồ sơ (biểu mẫu Excel) của người này trước, chờ xác nhận rồi gửi ảnh.',
    en: 'Check the number. If it is right, send the record (the workbook) first, and the picture once that is confirmed.',
  },
  example: {},
});

export const portraitTooEarly = problem({
  code: 'E-PORTRAIT-PERSON-PENDING',
  group: { vi: 'Ảnh của người đang chờ xác nhận', en: 'Pictures of people who await confirmation' },
  vi: 'Hồ sơ của người này đã gửi nhưng chưa được xác nhận nên chưa gắn được ảnh.',
  en: "This person's record was sent but not confirmed yet, so the picture cannot be attached.",
  next: { vi: 'Chờ hồ sơ được xác nhận rồi gửi lại ảnh.', en: 'Wait until the record is confirmed, then send the picture again.' },
  example: {},
});

export const photoOtherKind = problem({
  code: 'E-PHOTO-OTHER-KIND',
  vi: 'Tệp không phải ảnh JPEG, PNG hay PDF ({kind}).',
  en: 'The file is no JPEG, PNG or PDF ({kind}).',
  next: {
    vi: 'Mở ảnh, chọn “Lưu thành” → JPEG. Trên iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất.',
    en: 'Open the picture and save it as JPEG. On an iPhone: Settings → Camera → Formats → Most Compatible.',
  },
  example: { kind: 'HEIC' },
});

export const photoBroken = problem({
  code: 'E-PHOTO-BROKEN',
  vi: 'Ảnh bị hỏng hoặc bị cắt giữa chừng, không dựng lại được hình.',
  en: 'The photo is damaged or cut off and cannot be shown.',
  next: { vi: 'Chụp lại giấy tờ rồi gửi ảnh mới.', en: 'Take another photo of the paper and send that.' },
  example: {},
});

export const photoTooLarge = problem({
  code: 'E-PHOTO-TOO-LARGE',
  vi: 'Ảnh nặng hơn {megabytes} MB hoặc có quá nhiều điểm ảnh.',
  en: 'The photo is larger than {megabytes} MB, or has too many pixels.',
  next: {
    vi: 'Chụp ở cỡ thường (khoảng 12 triệu điểm ảnh), hoặc thu nhỏ ảnh rồi gửi lại.',
    en: 'Take it at the usual size (about 12 megapixels), or make it smaller, and send it again.',
  },
  example: { megabytes: '12' },
});

export const photoTooSmall = problem({
  code: 'E-PHOTO-TOO-SMALL',
  vi: 'Ảnh chỉ có {width} × {height} điểm: không đọc được chữ trên giấy tờ.',
  en: 'The photo has {width} × {height} pixels: nothing on the paper can be read.',
  next: {
    vi: 'Gửi ảnh gốc, không gửi ảnh thu nhỏ; cạnh ngắn ít nhất {least} điểm.',
    en: 'Send the original, not a thumbnail; the shorter side has at least {least} pixels.',
  },
  example: { width: '200', height: '150', least: String(PHOTO_SIDE_MIN) },
});

export const photoBlank = problem({
  code: 'E-PHOTO-BLANK',
  vi: 'Ảnh chỉ có một màu, không thấy giấy tờ nào.',
  en: 'The photo is of one colour; there is no paper in it.',
  next: { vi: 'Chụp lại nơi đủ sáng, thấy cả tờ giấy.', en: 'Take it again in good light, with the whole paper in it.' },
  example: {},
});

export const photoTooHeavy = problem({
  code: 'E-PHOTO-TOO-HEAVY',
  vi: 'Đọc ảnh này tốn quá nhiều thời gian hoặc bộ nhớ ({why}).',
  en: 'Reading this photo takes too much time or memory ({whyEn}).',
  next: { vi: 'Thu nhỏ ảnh rồi gửi lại.', en: 'Make the photo smaller and send it again.' },
  example: { why: 'quá thời gian', whyEn: 'out of time' },
});

/** Why a photo is not taken, by what the child found. */
export function photoRefusal({ code, params }: Finding): Problem {
  switch (code) {
    case 'E-PORTRAIT-OTHER-KIND':
      return photoOtherKind({ kind: String(params['kind'] ?? '?') });
    case 'E-PORTRAIT-NOT-IMAGE':
      return photoOtherKind({ kind: '?' });
    case 'too-large':
    case 'E-PORTRAIT-TOO-MANY-PIXELS':
      return photoTooLarge({ megabytes: String(PHOTO_BYTES_MAX / 1024 / 1024) });
    case 'too-small':
      return photoTooSmall({ width: String(params['width']), height: String(params['height']), least: String(PHOTO_SIDE_MIN) });
    case 'blank':
      return photoBlank({});
    default:
      return photoBroken({});
  }
}

export const photoKilled = (why: Bilingual): Problem => photoTooHeavy({ why: why.vi, whyEn: why.en });
