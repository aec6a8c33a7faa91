/** Problem of a file that says again what the register holds. */
import { problem } from '#base/problem.ts';

export const saidAgain = problem({
  code: 'E-SUBMIT-SAID-AGAIN',
  status: 409,
  vi: 'Cả tệp không có gì mới: cơ quan đã gửi những người này ngày {day} ({number}) và CSDL đang có đúng như vậy. Điều CSDL đã có không thu thập, gửi lại trong {days} ngày nếu không có lý do.',
  en: 'Nothing in the file is new: your agency sent these people on {day} ({number}), and the register holds just that. What it holds is not gathered and sent again within {days} days without a reason.',
  next: {
    vi: 'Không cần gửi thì rút tệp. Cần gửi lại thì ghi lý do (ít nhất 10 chữ cái); mỗi lần được ghi nhật ký và đếm theo cơ quan.',
    en: 'If it need not be sent, withdraw the file. Else say why it is sent again (at least 10 letters); each time is logged and counted by agency.',
  },
  example: { day: '12/11/2026', number: 'TL-4K7QD-9XM2P', days: '30' },
});
