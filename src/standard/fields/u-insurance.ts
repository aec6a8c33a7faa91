/** Group U, Insurance, tax, bank account. The shape and its words: `field-shape.ts`; what is left out: `group.ts`. */
import { CONDITIONS } from '#standard/conditions.ts';
import { digitsOfForm, textOfForm } from '#standard/law/number-forms.ts';
import { fieldsOf } from './group.ts';

export const GROUP_U = fieldsOf('U', { sealed: true }, [
  {
    key: 'soBhxh',
    label: { vi: 'Số sổ/mã số BHXH', en: 'Social insurance number' },
    kind: digitsOfForm('soBhxh'),
    required: 'C',
    requiredWhen: CONDITIONS.insured,
    sensitivity: 'cb',
    formItem: ['2C.26', 'HS02'],
    source: '2C.26, HS02',
    confidence: 'found',
  },
  {
    key: 'soTheBhyt',
    label: { vi: 'Số thẻ BHYT', en: 'Health insurance card number' },
    kind: textOfForm('soTheBhyt'),
    required: 'O',
    sensitivity: 'cb',
    formItem: ['HS02'],
    source: 'HS02',
    confidence: 'found',
  },
  {
    key: 'maSoThue',
    label: { vi: 'Mã số thuế cá nhân', en: 'Personal tax code' },
    kind: digitsOfForm('maSoThue'),
    required: 'O',
    sensitivity: 'cb',
    source: 'public HRM',
    confidence: 'found',
  },
  {
    key: 'taiKhoanNganHang',
    label: { vi: 'Tài khoản nhận lương', en: 'Bank account for pay' },
    kind: {
      name: 'object',
      parts: [
        { key: 'nganHang', label: { vi: 'Ngân hàng', en: 'Bank' }, kind: { name: 'text', maxChars: 100 }, required: true },
        {
          key: 'so',
          label: { vi: 'Số tài khoản', en: 'Account number' },
          kind: { name: 'digits', lengths: [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19] },
          required: true,
        },
        { key: 'chiNhanh', label: { vi: 'Chi nhánh', en: 'Branch' }, kind: { name: 'text', maxChars: 100 }, required: false },
      ],
    },
    required: 'O',
    sensitivity: 'nc',
    source: 'public HRM',
    confidence: 'found',
  },
]);
