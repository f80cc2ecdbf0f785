/** The page's own words, in both languages. */
const WORDS = {
  'zh-CN': {
    title: '网格员', other: 'English', logout: '退出', back: '返回',
    leaving: '还有 {0} 件未发送。退出后会留在这台手机上，要等您重新登录才会发送。', stay: '先不退出', 'leave-anyway': '仍然退出',
    'colleagues-wait': '这台手机上还有同事的 {0} 件未发送，要由其本人登录后发送。',
    away: '暂时无法连接；内容已保存在手机上，联网后自动发送。',
    'too-large': '照片或内容太大，途中的网络设备没有接收；请减少照片后再发送，仍不行请联系管理员。',
    between: '途中的网络设备没有接收（状态码 {0}）；请稍后再发送，仍不行请联系管理员。', tried: '{0} 试过：',
    login: '登录', account: '账号', password: '密码', 'new-password': '新密码', 'choose-password': '这是一次性密码；请设置新密码后继续。',
    'keeps-nothing': '这个浏览器不保存任何内容（可能是无痕模式，或手机存储已满），写下的内容会丢失，因此不能使用；请换用普通模式或其他浏览器，或腾出存储空间后重试。', again: '重试',
    'no-room': '手机存储已满，新数据未能保存；请腾出存储空间。',
    'not-kept': '手机未能保存，因此没有发送；请腾出手机存储空间后再点一次。', 'session-over': '登录已失效；未发送的内容都在手机上，重新登录后继续发送。',
    'no-grid-worker': '账号“{0}”不是网格员；请用网格员账号登录。',
    found: '发现了什么？', 'no-matters': '尚未取得上报事项；请联网后重试。',
    'to-verify': '待核查', 'nothing-to-verify': '没有待核查的案件。', 'under-way': '本网格在办', 'nothing-under-way': '没有在办案件。',
    'as-of': '数据截至 {0}', 'never-seen': '尚未取得数据。', due: '{0} 前办结',
    mine: '我的上报与核查', draft: '草稿', queued: '待发送', sent: '已送达', refused: '被退回', unsure: '请确认',
    'unsure-why': '几天前发送过，但没有收到答复，可能已经送达；请先在案件中查找。', 'send-again': '没有送达，重新发送', 'it-arrived': '已经送达，移除',
    'verify-of': '核查：{0}',
    'take-photo': '拍照', 'take-after': '拍处置后照片', 'take-visit': '拍现场照片', 'photo-before': '处置前照片', 'photo-after': '处置后照片',
    'remove-photo': '移除照片', 'photo-waited-for': '照片还在处理，完成后发送……', 'photo-unreadable': '无法读取这张照片；请重新拍摄。', 'photo-away': '照片需联网查看',
    area: '所在网格', choose: '请选择', 'position-asked': '正在定位……', 'position-taken': '已定位（误差约 {0} 米）。',
    'position-away': '未能定位；请选择网格并写明地址。', 'position-kept': '已记下拍照时的位置。',
    more: '补充地址和说明', address: '详细地址', 'address-hint': '不填则为网格名称。', summary: '说明', 'summary-hint': '不填则为事项名称；请勿写他人姓名、电话。',
    handled: '我已当场处理好（自行处置）', send: '发送',
    'area-missing': '请选择所在网格。', 'photo-missing': '请拍照，或写几句说明。', 'both-missing': '自行处置需要处置前和处置后照片各一张。',
    verify: '现场核查', remark: '核查说明', 'remark-hint': '返工时必填。', pass: '合格，结案', fail: '不合格，返工',
    'photo-missing-visit': '请先拍现场照片。', 'reason-missing': '请写明为什么不合格。',
    drop: '删除', 'drop-sure': '再点一次即删除，无法恢复',
  },
  en: {
    title: 'Grid worker', other: '中文', logout: 'Log out', back: 'Back',
    leaving: 'Not sent yet: {0}. They stay on this phone, and are sent only once you log in here again.', stay: 'Stay logged in', 'leave-anyway': 'Log out all the same',
    'colleagues-wait': 'Reports of colleagues that wait on this phone: {0}. They are sent once those who wrote them log in.',
    away: 'The town cannot be reached; all is kept on the phone and sent once there is a line.',
    'too-large': 'Something between here and the town refused it as too large; take away a photo and send it again, or tell your administrator.',
    between: 'Something between here and the town refused it (status {0}); send it again later, or tell your administrator.', tried: 'Tried {0}:',
    login: 'Log in', account: 'Account', password: 'Password', 'new-password': 'New password', 'choose-password': 'This password works once; choose another to go on.',
    'keeps-nothing': 'This browser keeps nothing: it is private, or the phone has no room left. What you write would be lost, so this page cannot be used; open it in another window or browser, or make room and try again.', again: 'Try again',
    'no-room': 'The phone has no room left, and what is new could not be kept; make room.',
    'not-kept': 'This phone could not keep it, so it was not sent; make room on the phone, and press again.', 'session-over': 'Your session has ended; what is not sent is kept on the phone and goes on once you have logged in.',
    'no-grid-worker': 'The account {0} is no grid worker; log in with one that is.',
    found: 'What did you find?', 'no-matters': 'What can be reported is not known yet; try again with a line.',
    'to-verify': 'To verify', 'nothing-to-verify': 'Nothing is to be verified.', 'under-way': 'Under way in the grid', 'nothing-under-way': 'Nothing is under way.',
    'as-of': 'As of {0}', 'never-seen': 'Nothing is known yet.', due: 'due {0}',
    mine: 'My reports and visits', draft: 'Draft', queued: 'Waiting to be sent', sent: 'Arrived', refused: 'Refused', unsure: 'Please check',
    'unsure-why': 'It was sent days ago without an answer and may have arrived; look for it among the cases first.', 'send-again': 'It did not: send it again', 'it-arrived': 'It arrived: remove it',
    'verify-of': 'Verify: {0}',
    'take-photo': 'Take a photo', 'take-after': 'Take a photo of the work done', 'take-visit': 'Take a photo of the place', 'photo-before': 'Photo before the work', 'photo-after': 'Photo after the work',
    'remove-photo': 'Remove the photo', 'photo-waited-for': 'A photo is still being prepared; it is sent once that is done …', 'photo-unreadable': 'This photo cannot be read; take it again.', 'photo-away': 'This photo needs a line',
    area: 'Grid cell', choose: 'Choose', 'position-asked': 'Looking for your position …', 'position-taken': 'Position found (within about {0} m).',
    'position-away': 'No position was found; choose the cell and write the address.', 'position-kept': 'The position of the photo is noted.',
    more: 'Add an address or words', address: 'Address', 'address-hint': 'The name of the cell if left out.', summary: 'Words', 'summary-hint': 'The name of the matter if left out; no names or phone numbers of others.',
    handled: 'I have dealt with it on the spot', send: 'Send',
    'area-missing': 'Choose the cell.', 'photo-missing': 'Take a photo, or write some words.', 'both-missing': 'Dealing with it on the spot takes a photo before and one after.',
    verify: 'Verify on the spot', remark: 'Remark', 'remark-hint': 'Needed to send it back to work.', pass: 'It is good: close', fail: 'It is not: back to work',
    'photo-missing-visit': 'Take a photo of the place first.', 'reason-missing': 'Write why it is not good.',
    drop: 'Delete', 'drop-sure': 'Tap again to delete for good',
  },
};

/** The language the reader chose: zh-CN or en. */
export const language = () => document.documentElement.lang;

/** A word of the page in the reader's language. */
export function word(key, ...values) {
  const found = WORDS[language()]?.[key] ?? WORDS['zh-CN'][key] ?? key;
  return values.reduce((text, value, i) => text.replace(`{${i}}`, () => value), found);
}

/** Of something said in both languages, what the reader reads. */
export const said = wording => (language() === 'en' ? wording.en : wording.zh);

/** The zone of the town; that of the phone until the town has said it. */
let zone;

/** A zone that the browser does not know is that of the phone. */
export function tellTimesIn(name) {
  try {
    zone = name && new Intl.DateTimeFormat('en', {timeZone: name}).resolvedOptions().timeZone || undefined;
  } catch {
    zone = undefined;
  }
}

/** A point in time as people write it, in the town's zone. */
export const time = instant => new Intl.DateTimeFormat(language(), {
  timeZone: zone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
}).format(new Date(instant));

const INSTANT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** A text in which devices tell points in time, with these as people write them. */
export const timed = text => text.replace(INSTANT, instant => time(instant));
