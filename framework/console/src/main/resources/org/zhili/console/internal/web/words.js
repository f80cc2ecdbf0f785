/** The console's own words, in both languages. */
const WORDS = {
  'zh-CN': {
    town: '基层治理平台',
    account: '账号', password: '密码', login: '登录', logout: '退出', other: 'English',
    old: '当前密码', fresh: '新密码', again: '再次输入新密码', choose: '设置新密码',
    'choose-why': '当前密码是一次性密码，请先设置自己的密码。', differ: '两次输入的新密码不一致；请重新输入。',
    menu: '菜单', cases: '案件', reviews: '派单复核', 'plug-ins': '插件',
    'page-broken': '页面“{0}”出现错误，其他页面不受影响。请刷新重试；若仍出现，请联系提供该页面的单位。',
    'page-gone': '该页面的模块已停用或对您不开放。', retry: '重新打开',
    number: '编号', what: '事项', where: '地点', state: '状态', severity: '级别', due: '时限', lead: '承办单位',
    reported: '上报时间', search: '查找编号、事项或地点', all: '全部', open: '办理中', closed: '已结案', overdue: '已超时',
    'too-many': '只显示前 {0} 件；请输入编号、事项或地点缩小范围。', none: '没有符合条件的案件。', loading: '正在读取……', more: '显示更多', back: '返回列表',
    keys: '按 J、K 上下移动，按回车确定。',
    facts: '基本情况', code: '公众查询码', device: '设备', asset: '部件', owner: '权属单位',
    clocks: '时限', met: '已完成', standing: '暂停计时', trace: '办理记录', intact: '记录链完整', torn: '记录链不完整，请告知管理员',
    orders: '送达情况', delivered: '已送达', acknowledged: '已签收', waiting: '待送达', advice: '派单建议',
    'advised-lead': '建议承办', alternatives: '其他可选', confidence: '置信度', decided: '决定：{0}', dispatch: '派单', actions: '办理', pending: '待人工复核', factors: '判断依据', nobody: '无', 'was-done': '已办理：{0}。',
    'held-by': '{0} 正在处理，保留至 {1}。', 'order-none': '尚未派单。', 'clock-none': '尚未开始计时。', 'choose-one': '请选择', optional: '（选填）',
    understood: '知道了', 'line-cut': '实时连接中断，正在重连……',
    note: '说明', reason: '理由', send: '提交', granted: '是否同意退单', yes: '同意', no: '不同意',
    confirm: '按建议派单：{0}', override: '改派', 'review-none': '没有待复核的派单。', assisting: '协办',
    CRITICAL: '特急', MAJOR: '紧急', MINOR: '一般',
    health: '运行情况', kind: '种类', version: '版本', calls: '调用次数', failed: '失败', slow: '95% 用时',
    CLOSED: '正常', OPEN: '已熔断', TRYING: '试探中', ISOLATED: '已隔离',
    'plug-in-none': '没有插件。', filing: '立案依据', milestone: '节点',
    amount: '数量', limit: '时间单位', solved: '问题是否解决', stars: '满意度', comment: '评价', into: '并入案件',
    WORK_HOUR: '工作时', WORK_DAY: '工作日', HOUR: '小时', DAY: '自然日', MONTH: '月',
    // scores
    scores: '评分', from: '起始日', to: '截止日', look: '查看', grade: '评分', 'graded-by': '评分模型 {0}', unit: '单位', total: '总分',
    sample: '计入案件', 'score-none': '该时段没有评分；请督查员选择时段后评分。', 'graded-over': '{0} 至 {1}，计入 {2} 件案件。',
    'graded-at': '{0} 评出。', cost: '扣分案件：', 'cost-none': '没有扣分案件。', 'left-out': '未能计入的案件', counted: '计入的案件',
    GOOD: '达标', BAD: '扣分', NOT_ASKED: '不适用',
  },
  en: {
    town: 'Town governance',
    account: 'Account', password: 'Password', login: 'Log in', logout: 'Log out', other: '中文',
    old: 'Current password', fresh: 'New password', again: 'New password again', choose: 'Choose a password',
    'choose-why': 'The password is a one-time password; choose your own first.', differ: 'The new passwords differ; type them again.',
    menu: 'Menu', cases: 'Cases', reviews: 'Dispatch reviews', 'plug-ins': 'Plug-ins',
    'page-broken': 'The page “{0}” broke; the others go on. Load it again, and tell who made it if it stays so.',
    'page-gone': 'The module of this page is away, or the page is not open to you.', retry: 'Open again',
    number: 'Number', what: 'Matter', where: 'Place', state: 'State', severity: 'Severity', due: 'Due', lead: 'Lead unit',
    reported: 'Reported', search: 'Find a number, matter or place', all: 'All', open: 'Open', closed: 'Closed', overdue: 'Overdue',
    'too-many': 'Only the first {0} are shown; type a number, matter or place to find others.', none: 'No case fits.', loading: 'Loading …', more: 'Show more', back: 'Back to the list',
    keys: 'J and K move, Enter goes ahead.',
    facts: 'Facts', code: 'Progress code', device: 'Device', asset: 'Asset', owner: 'Owner',
    clocks: 'Clocks', met: 'met', standing: 'clock stands', trace: 'Trace', intact: 'chain intact', torn: 'the chain is torn; tell the administrator',
    orders: 'Deliveries', delivered: 'delivered', acknowledged: 'acknowledged', waiting: 'not delivered yet', advice: 'Advice on dispatch',
    'advised-lead': 'Advised lead', alternatives: 'Alternatives', confidence: 'Confidence', decided: 'Decided: {0}', dispatch: 'Dispatch', actions: 'Actions', pending: 'Waits for a review', factors: 'Grounds', nobody: 'nobody', 'was-done': 'Done: {0}.',
    'held-by': '{0} is looking at it, until {1}.', 'order-none': 'Not dispatched yet.', 'clock-none': 'No clock runs yet.', 'choose-one': 'Choose one', optional: '(optional)',
    understood: 'I see', 'line-cut': 'The line to the town is cut; trying again …',
    note: 'Note', reason: 'Reason', send: 'Send', granted: 'Grant the return?', yes: 'Yes', no: 'No',
    confirm: 'Dispatch as advised: {0}', override: 'Dispatch otherwise', 'review-none': 'No dispatch waits for a person.', assisting: 'Assisting',
    CRITICAL: 'Critical', MAJOR: 'Major', MINOR: 'Minor',
    health: 'Health', kind: 'Kind', version: 'Version', calls: 'Calls', failed: 'Failed', slow: 'p95',
    CLOSED: 'well', OPEN: 'left alone', TRYING: 'on trial', ISOLATED: 'isolated',
    'plug-in-none': 'There are no plug-ins.', filing: 'Filing standard', milestone: 'Milestone',
    amount: 'Amount', limit: 'Unit of time', solved: 'Was it solved?', stars: 'Stars', comment: 'Comment', into: 'Into case',
    WORK_HOUR: 'working hours', WORK_DAY: 'working days', HOUR: 'hours', DAY: 'days', MONTH: 'months',
    // scores
    scores: 'Scores', from: 'From', to: 'To', look: 'Look', grade: 'Grade', 'graded-by': 'Scoring model {0}', unit: 'Unit', total: 'Total',
    sample: 'Cases', 'score-none': 'Nothing was graded over these days; a supervisor chooses days and grades.', 'graded-over': '{0} to {1}, {2} cases counted.',
    'graded-at': 'Graded {0}.', cost: 'Cases that cost points:', 'cost-none': 'No case cost points.', 'left-out': 'Cases that could not count', counted: 'Cases that counted',
    GOOD: 'good', BAD: 'cost points', NOT_ASKED: 'not asked',
  },
};

/** A word of the console in the reader's language. */
export function word(key, ...values) {
  const found = WORDS[document.documentElement.lang]?.[key] ?? WORDS['zh-CN'][key] ?? key;
  return values.reduce((text, value, i) => text.replace(`{${i}}`, value), found);
}

/** Of both languages, what the reader reads. */
export function chosen(wording) {
  return wording === undefined || wording === null ? ''
    : document.documentElement.lang === 'en' ? wording.en : wording.zh;
}
