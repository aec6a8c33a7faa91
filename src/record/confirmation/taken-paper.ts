/** An attestation on paper: what was attested, by whom (role and agency), when, and the hashes by which the file that belongs to it is checked. */
import { printPaper } from '#base/paper.ts';
import { instantText } from '#base/vietnamese/time-text.ts';
import type { TakenAttestation } from './taken-shapes.ts';

const nfc = (text: string): string => text.normalize('NFC');

const kidOf = ({ jws, key }: TakenAttestation): string =>
  key?.kid ?? (JSON.parse(Buffer.from(jws.split('.')[0]!, 'base64url').toString('utf8')) as { readonly kid: string }).kid;

/** Where it stands in the log, in one line of each language. */
const inLog = (taken: TakenAttestation): readonly [string, string] =>
  taken.log === null
    ? ['Chưa có mốc ký nào của nhật ký bao gồm dòng này', 'No signed head of the log covers it yet']
    : [`Dòng số ${taken.log.index} của nhật ký ${taken.log.origin}`, `Leaf ${taken.log.index} of the log ${taken.log.origin}`];

/** @param name  of the person; null: the taker is not told it */
export function takenPaper(taken: TakenAttestation, name: string | null): Promise<Uint8Array> {
  const { about } = taken;
  const row = (vi: string, en: string, value: string | readonly string[], small = false): object[] => [
    { stack: [{ text: nfc(vi) }, { text: en, fontSize: 9, color: '#555' }] },
    { stack: (typeof value === 'string' ? [value] : value).map((one) => ({ text: nfc(one) })), ...(small ? { fontSize: 9 } : {}) },
  ];
  const list = taken.list && (JSON.parse(taken.list.head) as { readonly people: number; readonly root: string });
  const body = [
    row('Mã bản xác nhận', 'Attestation', taken.attestationId),
    ...(name === null ? [] : [row('Hồ sơ của', 'Record of', name)]),
    row(
      'Nội dung đã xác nhận',
      'What was attested',
      about.groups.length > 0
        ? about.groups.map(({ vi, en }) => `${vi} · ${en}`)
        : 'Không kèm nội dung (người tải không được xem toàn bộ) · Without content',
    ),
    row('Người xác nhận', 'Attested by', [`${about.role.vi}, ${about.bodyName}`, about.role.en]),
    row('Thời gian', 'Time', instantText(about.at)),
    row('Giá trị băm SHA-256 của nội dung', 'SHA-256 of the content', taken.shownHash, true),
    ...(list && taken.list
      ? [
          row('Phần của danh sách', 'Part of a list', `${taken.list.no + 1} / ${list.people}`),
          row('Giá trị băm của danh sách', 'Hash of the list', list.root, true),
        ]
      : []),
    row('Khóa ký của cơ quan', 'Key of the agency', kidOf(taken)),
    row('Trong nhật ký', 'In the log', inLog(taken)),
  ];
  return printPaper({
    info: { title: `Bản xác nhận ${taken.attestationId}` },
    content: [
      ...(about.demo
        ? [{ text: 'DỮ LIỆU MẪU – KHÔNG PHẢI GIẤY TỜ CHÍNH THỨC', alignment: 'center', color: '#8a1c1c', margin: [0, 0, 0, 12] }]
        : []),
      { text: 'Công Vụ – Cơ sở dữ liệu cán bộ, công chức, viên chức', alignment: 'center' },
      { text: 'BẢN XÁC NHẬN', bold: true, fontSize: 18, alignment: 'center', margin: [0, 12, 0, 0] },
      { text: 'ATTESTATION', alignment: 'center', color: '#555', margin: [0, 0, 0, 16] },
      { table: { widths: [150, '*'], dontBreakRows: true, body }, layout: 'lightHorizontalLines' },
      { text: nfc(about.notice.vi), margin: [0, 16, 0, 2] },
      { text: about.notice.en, fontSize: 10, color: '#555' },
      {
        text: nfc(
          `Trang in này không tự chứng minh được. Kiểm tra bằng tệp JSON đi kèm tại ${about.checkAt}, hoặc bằng lệnh congvu verify attestation.`,
        ),
        margin: [0, 10, 0, 2],
      },
      {
        text: `This page proves nothing by itself: check the JSON file that belongs to it at ${about.checkAt}, or with congvu verify attestation.`,
        fontSize: 10,
        color: '#555',
      },
    ],
  });
}
