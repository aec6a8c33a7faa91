/** A receipt on paper: one A4 page in Tinos, with a QR of its address. Every string is NFC: loose marks are drawn wrong. */
import { printPaper, qrSvg } from '#base/paper.ts';
import { dayText, instantText } from '#base/vietnamese/time-text.ts';
import { bodyLine } from './body-of-receipt.ts';
import { onBehalfText } from './on-behalf.ts';
import type { Receipt } from './shapes.ts';

/** @param demo  prints that the data is invented */
export async function receiptPdf(receipt: Receipt, verifyUrl: string, demo: boolean): Promise<Uint8Array> {
  const { content } = receipt;
  const row = (label: string, value: string): object[] => [{ text: label.normalize('NFC') }, { text: value.normalize('NFC') }];
  // 64 signs on one line beside their name: smaller than the rest, or the last of them stand beyond the edge.
  const hashRow = (label: string, value: string): object[] => [{ text: label.normalize('NFC') }, { text: value, fontSize: 9 }];
  const n = (value: number): string => value.toLocaleString('vi-VN');
  const body = [
    row('Số biên nhận', content.number),
    row('Cơ quan gửi', bodyLine(content)),
    row('Mã tệp', `${content.uploadNumber} – lần ${content.round}`),
    row('Thời gian', instantText(content.at)),
    ...(content.onBehalf ? [row('Theo ủy quyền của', onBehalfText(content.onBehalf))] : []),
    row('Số liệu tính đến ngày', dayText(content.asOf)),
    row('Dung lượng tệp', `${n(content.sizeBytes)} byte`),
    hashRow('Mã băm SHA-256 của tệp', content.sha256),
    row('Người trong tệp', n(content.counts.received)),
    row('Hợp lệ', n(content.counts.accepted)),
    row('Có lỗi', n(content.counts.rejected)),
    row('Để lại sửa sau', n(content.counts.waiting)),
    ...(content.firstLoad
      ? [
          row('Nạp lần đầu', 'không xác nhận từng dòng'),
          ...(content.firstLoad.root === undefined ? [] : [hashRow('Mã hai người đã ký', content.firstLoad.root)]),
        ]
      : []),
    ...(content.list
      ? [
          row('Xác nhận theo danh sách', `${n(content.list.accepted)} người, ${n(content.list.items)} nhóm đã cập nhật vào CSDL`),
          row('Xem từng người', n(content.list.waiting)),
          hashRow('Mã băm của danh sách', content.list.root),
        ]
      : []),
    ...(content.items
      ? [
          row('Nhóm đã cập nhật vào CSDL', n(content.items.filter((item) => item.verdict === 'registered').length)),
          row('Nhóm trả lại', n(content.items.filter((item) => item.verdict === 'returned').length)),
        ]
      : []),
  ];
  const title = content.kind === 'R1' ? 'BIÊN NHẬN – ĐÃ NHẬN' : 'BIÊN NHẬN – ĐÃ DUYỆT';
  const meaning =
    content.kind === 'R1'
      ? 'Biên nhận này xác nhận hệ thống đã nhận và lưu giữ tệp. Đã nhận chưa phải là đã duyệt.'
      : 'Biên nhận này ghi kết quả xác nhận của cơ quan có thẩm quyền, từng nhóm một.';
  return printPaper({
    info: { title: `${title} ${content.number}` },
    content: [
      ...(demo
        ? [{ text: 'DỮ LIỆU MẪU – KHÔNG PHẢI GIẤY TỜ CHÍNH THỨC', alignment: 'center', color: '#8a1c1c', margin: [0, 0, 0, 12] }]
        : []),
      { text: 'Công Vụ – Cơ sở dữ liệu cán bộ, công chức, viên chức', alignment: 'center' },
      { text: title, bold: true, fontSize: 18, alignment: 'center', margin: [0, 12, 0, 16] },
      { table: { widths: [170, '*'], body }, layout: 'lightHorizontalLines' },
      { text: meaning, margin: [0, 16, 0, 12] },
      {
        columns: [
          { svg: qrSvg(verifyUrl), width: 110 },
          { text: `Kiểm tra biên nhận tại:\n${verifyUrl}\n\nChữ ký số của hệ thống (JWS) kèm theo bản điện tử.`, margin: [16, 8, 0, 0] },
        ],
      },
    ],
  });
}
