/** Words of this folder's screen, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    duties: { vi: 'Nghĩa vụ theo luật', en: 'Duties by the law' },
  },
  duty: {
    title: { vi: 'Nghĩa vụ theo pháp luật', en: 'Duties by the law' },
    lead: {
      vi: 'Điều pháp luật yêu cầu ở cơ quan, kể cả đơn vị bên dưới: đạt, quá hạn, chưa phát sinh, hay chưa biết. Chỉ nói điều đo được; là cách hiểu của sản phẩm, không thay văn bản.',
      en: 'What the law asks of an agency, with those below it: met, late, none yet, or not known. Only what is measured is said; it is a reading of this product and replaces no text of law.',
    },
    path: { vi: 'Cơ quan đang xem', en: 'The agency shown' },
    duty: { vi: 'Nghĩa vụ', en: 'Duty' },
    state: { vi: 'Tình trạng', en: 'State' },
    number: { vi: 'Số đo', en: 'Figure' },
    met: { vi: 'Đạt', en: 'Met' },
    late: { vi: 'Chưa đạt', en: 'Not met' },
    nothing: { vi: 'Chưa phát sinh', en: 'None yet' },
    unknown: { vi: 'Chưa biết', en: 'Not known' },
    of: { vi: '{{late}} trên {{total}}', en: '{{late}} of {{total}}' },
    notMeasured: { vi: 'không đo được', en: 'not measured' },
    nothingYet: { vi: 'chưa có gì để đo', en: 'nothing to measure yet' },
    unsure: { vi: 'căn cứ chưa chắc', en: 'text not certain' },
    see: { vi: 'Xem danh sách', en: 'See the list' },
    sum: {
      vi: '{{met}} đạt · {{late}} quá hạn hoặc còn thiếu · {{nothing}} chưa phát sinh · {{unknown}} chưa biết',
      en: '{{met}} met · {{late}} late or lacking · {{nothing}} none yet · {{unknown}} not known',
    },
    below: { vi: 'Đơn vị trực thuộc', en: 'Agencies below' },
    body: { vi: 'Cơ quan', en: 'Agency' },
    lateDuties: { vi: 'Nghĩa vụ quá hạn hoặc còn thiếu', en: 'Duties late or lacking' },
  },
} as const satisfies WordTree;
