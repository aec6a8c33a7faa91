/** Problems of a bundle: making one, verifying one, running from one. */
import { problem } from '#base/problem.ts';

export const bundleNotMade = problem({
  code: 'E-BUNDLE-NOT-MADE',
  status: 500,
  vi: 'Không đóng được gói cài đặt: {why}.',
  en: 'The bundle could not be made: {why}.',
  next: {
    vi: 'Chạy npm ci trong thư mục mã nguồn trên Linux có GNU tar, rồi chạy lại lệnh.',
    en: 'Run npm ci in the checkout, on Linux with GNU tar, then run the command again.',
  },
  example: { why: { vi: 'thiếu node_modules/pg', en: 'node_modules/pg is missing' } },
});

export const bundleKey = problem({
  code: 'E-BUNDLE-KEY',
  status: 500,
  vi: 'Tệp khóa {file} không phải khóa Ed25519 dạng PEM.',
  en: 'The key file {file} is no Ed25519 key in PEM form.',
  next: {
    vi: 'Người phát hành tạo khóa: openssl genpkey -algorithm ed25519 -out phat-hanh.pem; khóa công khai: openssl pkey -in phat-hanh.pem -pubout.',
    en: 'Who releases makes it: openssl genpkey -algorithm ed25519 -out release.pem; the public half: openssl pkey -in release.pem -pubout.',
  },
  example: { file: 'phat-hanh.pem' },
});

export const bundleNotOurs = problem({
  code: 'E-BUNDLE-NOT-OURS',
  status: 500,
  vi: '{place} không phải gói cài đặt của Công Vụ: không có danh sách tệp SHA256SUMS.',
  en: '{place} is no bundle of Công Vụ: there is no list of its files, SHA256SUMS.',
  next: {
    vi: 'Chỉ đúng tệp .tar.gz, hoặc thư mục đã giải nén từ tệp đó.',
    en: 'Name the .tar.gz, or the folder that it was unpacked to.',
  },
  example: { place: '/opt/congvu' },
});

export const bundleCut = problem({
  code: 'E-BUNDLE-CUT',
  status: 500,
  vi: 'Gói cài đặt {place} không giải nén được trọn vẹn: tệp bị cắt hoặc bị hỏng khi chép.',
  en: 'The bundle {place} cannot be unpacked whole: it was cut, or damaged when it was copied.',
  next: {
    vi: 'So SHA-256 của tệp với tệp .sha256 đi kèm, rồi chép lại từ nơi phát hành.',
    en: 'Compare its SHA-256 with the .sha256 beside it, and copy it again from where it was released.',
  },
  example: { place: 'congvu-0.1.0-linux-x64.tar.gz' },
});

export const bundleChanged = problem({
  code: 'E-BUNDLE-CHANGED',
  status: 500,
  vi: 'Tệp {file} trong gói cài đặt khác với tệp đã phát hành.',
  en: 'The file {file} of the bundle is not the one that was released.',
  next: { vi: 'Không chạy gói này. Lấy lại gói từ nơi phát hành.', en: 'Do not run it. Take the bundle again from where it was released.' },
  example: { file: 'src/start/congvu.ts' },
});

export const bundleMissing = problem({
  code: 'E-BUNDLE-MISSING',
  status: 500,
  vi: 'Gói cài đặt thiếu tệp {file}.',
  en: 'The bundle lacks the file {file}.',
  next: { vi: 'Giải nén lại toàn bộ gói vào một thư mục trống.', en: 'Unpack the whole bundle again into an empty folder.' },
  example: { file: 'dist/portal/index.html' },
});

export const bundleExtra = problem({
  code: 'E-BUNDLE-EXTRA',
  status: 500,
  vi: 'Trong gói cài đặt có tệp {file} mà bản phát hành không có.',
  en: 'The bundle holds the file {file}, which the release does not.',
  next: {
    vi: 'Xem ai đã đặt tệp đó; giải nén lại gói vào một thư mục trống.',
    en: 'See who put it there; unpack the bundle again into an empty folder.',
  },
  example: { file: 'src/start/them.ts' },
});

export const bundleUnsigned = problem({
  code: 'E-BUNDLE-UNSIGNED',
  status: 500,
  vi: 'Gói cài đặt này không có chữ ký: không biết ai đã phát hành.',
  en: 'This bundle is not signed: nothing says who released it.',
  next: { vi: 'Lấy gói có chữ ký từ nơi phát hành.', en: 'Take a signed bundle from where it is released.' },
  example: {},
});

export const bundleSignature = problem({
  code: 'E-BUNDLE-SIGNATURE',
  status: 500,
  vi: 'Chữ ký của gói cài đặt không phải của khóa {key}.',
  en: 'The signature of the bundle is not by the key {key}.',
  next: {
    vi: 'Không chạy gói này. Xem khóa công khai có đúng của nơi phát hành không, lấy từ một đường khác với đường đã lấy gói.',
    en: 'Do not run it. See that the public key is the releaser’s, taken by another way than the bundle.',
  },
  example: { key: 'phat-hanh.pub' },
});
