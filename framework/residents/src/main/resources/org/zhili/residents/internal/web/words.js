/** The page's own words, in both languages. */
const WORDS = {
  'zh-CN': {
    title: '居民服务', other: 'English', large: '大字',
    away: '暂时无法连接；请检查网络，稍后再试。', failed: '请求失败；请稍后再试。', loading: '正在读取……',
    report: '上报问题', 'report-go': '我要上报', 'report-why': '不用登录，也不用留姓名和电话；上报后凭查询码看进度。',
    'no-matters': '本市暂未开放网上上报；请拨打热线，凭查询码仍可查看进度。',
    matter: '是什么问题？', area: '在哪里？', choose: '请选择', 'do-not-know': '不清楚', address: '详细地址',
    'address-hint': '例如：中山路 100 号门口。', position: '就在我现在的位置', 'position-asked': '正在定位……',
    'position-taken': '已记下位置。', 'position-away': '未能定位；写明地址即可。',
    summary: '请描述一下', 'summary-hint': '请勿写任何人的姓名、电话或证件号码。', 'for-another': '我是替别人上报的',
    'report-send': '提交上报', nearby: '附近已有人上报', 'reported-at': '{0} 上报', metres: '约 {0} 米内',
    'nearby-why': '如果其中有同一件事，请点它的按钮：您的说明会转给办理人员，您也会得到自己的查询码。如果都不是，请继续上报。',
    'nearby-same': '是同一件事', 'nearby-other': '都不是，继续上报', again: '重试',
    joined: '已与同一件事合并办理，下面是合并后的进度。', over: '现在不能提交了；您写的内容还在，可以复制保存。', back: '返回修改',
    received: '已收到，谢谢您！请保存下面的查询码。',
    follow: '查进度', code: '查询码', look: '查看进度',
    'code-where': '16 位字母和数字，上报成功后显示，横线和空格可不填。',
    kept: '在这台设备上报的', forget: '移除', 'kept-why': '查询码只保存在这台设备上，移除后仍可凭码查询。',
    expected: '预计办结', due: '{0} 前', met: '{0} 完成', slip: '请记下查询码或截图保存，凭它或扫码可随时查看进度、评价结果。', qr: '进度页的二维码',
    rating: '请评价办理结果', solved: '问题解决了吗？', yes: '解决了', no: '没有解决', stars: '满意程度',
    'stars-1': '很不满意', 'stars-2': '不满意', 'stars-3': '一般', 'stars-4': '满意', 'stars-5': '很满意',
    comment: '还想说的（可不填，请勿写姓名和电话）', send: '提交', 'rating-done': '谢谢您的评价。',
    urging: '我要催办', 'urging-why': '请说明为什么着急（请勿写姓名和电话）', 'urging-done': '已转告承办单位。',
    reopening: '问题又出现了，申请重开', 'reopening-why': '请说明现在的情况（请勿写姓名和电话）', 'reopening-done': '已重新开始办理。',
  },
  en: {
    title: 'Residents', other: '中文', large: 'Large type',
    away: 'The town cannot be reached; check the network and try again.', failed: 'It failed; try again soon.', loading: 'Loading …',
    report: 'Report a problem', 'report-go': 'Report', 'report-why': 'No login, no name, no phone number: you follow your report by a code.',
    'no-matters': 'This town takes no reports here yet; call the hotline. You can still follow with a code.',
    matter: 'What is it?', area: 'Where is it?', choose: 'Choose', 'do-not-know': 'I do not know', address: 'Address',
    'address-hint': 'Such as: in front of 100 Zhongshan Road.', position: 'It is where I am now', 'position-asked': 'Looking for your position …',
    'position-taken': 'The position is noted.', 'position-away': 'No position was found; the address will do.',
    summary: 'Describe it', 'summary-hint': 'No names, phone numbers or identity numbers of anybody.', 'for-another': 'I report for somebody else',
    'report-send': 'Send the report', nearby: 'Something like it is known nearby', 'reported-at': 'reported {0}', metres: 'within about {0} m',
    'nearby-why': 'If one of these is the same, press its button: your words go to those who handle it, and you get a code of your own. If none is, go on.',
    'nearby-same': 'It is the same', 'nearby-other': 'None of them; report it', again: 'Try again',
    joined: 'It goes on together with the same matter; this is how far that is.', over: 'This cannot be sent any more; what you wrote is still here to be copied.', back: 'Back to change it',
    received: 'Received, thank you! Keep the code below.',
    follow: 'Follow a report', code: 'Progress code', look: 'Show progress',
    'code-where': '16 letters and figures, shown after reporting. Gaps do not matter.',
    kept: 'Reported on this device', forget: 'Remove', 'kept-why': 'Codes are kept on this device alone. A removed one still works.',
    expected: 'Expected to be done by', due: 'by {0}', met: 'done {0}', slip: 'Write the code down or take a picture: with it you can follow and rate at any time.', qr: 'QR code of this page',
    rating: 'How did it go?', solved: 'Was it solved?', yes: 'Solved', no: 'Not solved', stars: 'How satisfied are you?',
    'stars-1': 'Very dissatisfied', 'stars-2': 'Dissatisfied', 'stars-3': 'So-so', 'stars-4': 'Satisfied', 'stars-5': 'Very satisfied',
    comment: 'Anything else? (optional; no names or phone numbers)', send: 'Send', 'rating-done': 'Thank you for rating it.',
    urging: 'Urge them', 'urging-why': 'Why is it urgent? (no names or phone numbers)', 'urging-done': 'Those who handle it have been told.',
    reopening: 'It is back: open it again', 'reopening-why': 'What is it like now? (no names or phone numbers)', 'reopening-done': 'It is being handled again.',
  },
};

/** The language the reader chose: zh-CN or en. */
export const language = () => document.documentElement.lang;

/** A word of the page in the reader's language. */
export function word(key, ...values) {
  const found = WORDS[language()]?.[key] ?? WORDS['zh-CN'][key] ?? key;
  return values.reduce((text, value, i) => text.replace(`{${i}}`, value), found);
}

/** Of something said in both languages, what the reader reads. */
export const said = wording => (language() === 'en' ? wording.en : wording.zh);

/** The zone of the town; that of the browser until the town has said it. */
let zone;

/** A zone that the browser does not know is that of the browser. */
export function tellTimesIn(name) {
  try {
    zone = name && new Intl.DateTimeFormat('en', {timeZone: name}).resolvedOptions().timeZone || undefined;
  } catch {
    zone = undefined;
  }
}

/** A point in time as people write it, in the town's zone. */
export const time = instant => new Intl.DateTimeFormat(language(), {
  timeZone: zone, month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
}).format(new Date(instant));
