/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  quality: {
    title: { vi: 'Chất lượng hồ sơ', en: 'Quality of the record' },
    level: {
      '0': { vi: 'Chưa đạt mức 1: còn điều bắt buộc phải sửa', en: 'Below level 1: something that must hold does not' },
      '1': { vi: 'Đạt mức 1 trên 3: đủ điều bắt buộc', en: 'Level 1 of 3: everything that must hold does' },
      '2': { vi: 'Đạt mức 2 trên 3', en: 'Level 2 of 3' },
      '3': { vi: 'Đạt mức 3 trên 3', en: 'Level 3 of 3' },
    },
    confidence: {
      high: { vi: 'Độ tin cậy: cao', en: 'Confidence: high' },
      medium: { vi: 'Độ tin cậy: vừa', en: 'Confidence: medium' },
      low: { vi: 'Độ tin cậy: thấp', en: 'Confidence: low' },
    },
    'confidence-what': {
      vi: 'Độ tin cậy cho biết kết quả dựa vào nguồn mạnh đến đâu: đối soát dân cư mạnh nhất, chỉ đúng mẫu thì yếu nhất.',
      en: 'Confidence tells how strong the sources are: the population database most, the form alone least.',
    },
    word: {
      DUNG: { vi: 'Đúng', en: 'Right' },
      DU: { vi: 'Đủ', en: 'Complete' },
      SACH: { vi: 'Sạch', en: 'Clean' },
      SONG: { vi: 'Sống', en: 'Alive' },
      THONG_NHAT: { vi: 'Thống nhất', en: 'Of one kind' },
    },
    noneAsked: { vi: 'chưa có gì để xét', en: 'nothing to judge yet' },
    toRepair: { vi: 'Nên bổ sung, sửa ({{count}})', en: 'Worth a repair ({{count}})' },
    gain: { vi: '{{word}} +{{points}} điểm', en: '{{word}} +{{points}} points' },
    see: { vi: 'Xem nhóm này', en: 'See this group' },
    must: { vi: 'bắt buộc', en: 'must' },
    notMeasured: { vi: 'Chưa đo được: {{checks}}.', en: 'Not measured: {{checks}}.' },
    'notMeasured-what': {
      vi: 'Nguồn chưa trả lời nên không tính vào điểm.',
      en: 'No source has answered, so it is in no score.',
    },
    ofWhat: {
      vi: 'Tính trên những gì anh/chị được xem trong hồ sơ. Cách tính là thiết kế của hệ thống, chưa có căn cứ pháp lý.',
      en: 'Of what you may see of the record. The way of reckoning is a design of this system, not of a law.',
    },
  },
} satisfies WordTree;
