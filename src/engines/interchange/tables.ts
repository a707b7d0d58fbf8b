/** The tables of the round trip (가져오기·내보내기): 사업, 값, 단계, 할 일, 당사자. */
export const tableIds = ['projects', 'facts', 'stages', 'milestones', 'parties'] as const
export type TableId = (typeof tableIds)[number]

/**
 * What a column is for: `id` names the row (empty: a new row); `key` is given with a new row and stays; `edit` may be changed; `read` is for reading only;
 * `check` holds the marks by which a changed cell is known.
 */
export type Use = 'id' | 'key' | 'edit' | 'read' | 'check'

/** What stands in a cell. `names` is any number of names with `;` between them; `list:…` is a closed list of codes, `list:indicator` the office's indicators, `list:stage` the stages of the row's machine. */
export type CellForm = 'id' | 'text' | 'names' | 'day' | 'amount' | 'share' | 'unit' | 'person' | 'check' | `list:${string}`

export interface Column {
  readonly id: string
  readonly ko: string
  readonly en: string
  readonly use: Use
  readonly form: CellForm
  /** A row without it cannot be. */
  readonly needed: boolean
  readonly longest: number
  readonly meansKo: string
  readonly meansEn: string
  /** The edition of the marks (`marks.ts`) that has it first. */
  readonly since: number
}

export interface TableOf {
  readonly id: TableId
  readonly ko: string
  readonly en: string
  readonly meansKo: string
  readonly meansEn: string
  readonly columns: readonly Column[]
}

type More = { needed?: boolean; longest?: number; since?: number }
const column = (use: Use, form: CellForm, id: string, ko: string, en: string, meansKo: string, meansEn: string, more: More = {}): Column => ({
  id,
  ko,
  en,
  use,
  form,
  needed: more.needed ?? false,
  longest: more.longest ?? 300,
  meansKo,
  meansEn,
  since: more.since ?? 1,
})

const rowId = column('id', 'id', 'id', '번호', 'Id', '줄의 번호입니다. 비우면 새 줄이 됩니다.', 'The id of the row; empty for a new row.')
const check = column(
  'check',
  'check',
  'check',
  '대조',
  'Check',
  '내보낼 때의 칸들을 알아보는 표시입니다. 고치지 마세요.',
  'Marks of the cells as they were exported; leave as it is.',
  { longest: 400 },
)
const subjectId = column(
  'key',
  'id',
  'subjectId',
  '사업 번호',
  'Project id',
  '어느 사업의 것인지. 새 줄에서는 비우고 ‘사업’에 이름을 적어도 됩니다.',
  'Which project it belongs to; a new row may leave it empty and name the project instead.',
)
const subject = column(
  'read',
  'text',
  'subject',
  '사업',
  'Project',
  '사업의 이름입니다. 새 줄에서 번호 대신 씁니다.',
  'Name of the project; for new rows in place of the id.',
)
const note = column('edit', 'text', 'note', '메모', 'Note', '덧붙이는 말', 'A remark', { longest: 5000 })
const owner = column('edit', 'person', 'owner', '담당', 'Owner', '담당자의 전자우편 주소', 'E-mail address of the person in charge')
const document = (use: Use) =>
  column(use, 'id', 'documentId', '근거 문서', 'Document', '근거가 되는 문서의 번호', 'Id of the document that is the evidence')

const projects: TableOf = {
  id: 'projects',
  ko: '사업',
  en: 'Projects',
  meansKo: '투자 사업과 협약·공약·지원 사업 따위. 한 줄이 하나입니다.',
  meansEn: 'Investment projects, agreements, pledges, programmes; one a row.',
  columns: [
    rowId,
    column('key', 'list:kind', 'kind', '종류', 'Kind', '무엇인지', 'What it is'),
    column('edit', 'text', 'nameKo', '이름', 'Name', '이름', 'Its name', { needed: true }),
    column('edit', 'text', 'nameEn', '영문 이름', 'English name', '영어로 쓰는 이름', 'Its name in English'),
    column(
      'read',
      'list:stage',
      'stage',
      '지금 단계',
      'Stage now',
      '단계는 ‘단계’ 시트에 새 줄로 적습니다.',
      'Recorded by a new row of the sheet Stages.',
    ),
    column('read', 'day', 'stageFrom', '단계가 된 날', 'Stage since', '지금 단계가 된 날', 'Day on which it reached the stage'),
    column('edit', 'text', 'place', '곳', 'Place', '있는 곳', 'Where it is', { longest: 200 }),
    column('edit', 'text', 'industry', '산업', 'Industry', '산업', 'Its industry', { longest: 200 }),
    column(
      'edit',
      'list:investment',
      'investmentKind',
      '신규·증설',
      'New or expansion',
      '새로 오는 투자인지, 있던 곳의 증설인지',
      'A new site, or more of one that is there',
    ),
    column('edit', 'text', 'team', '팀', 'Team', '맡은 팀', 'Team in charge', { longest: 200 }),
    owner,
    column('edit', 'text', 'note', '메모', 'Note', '덧붙이는 말', 'A remark', { longest: 10_000 }),
    column(
      'edit',
      'names',
      'aliases',
      '다른 이름',
      'Other names',
      '문서들이 부르는 다른 이름. 여럿이면 ;로 나눕니다.',
      'Other names by which sources call it; several with ; between them.',
      { longest: 3000, since: 2 },
    ),
    column(
      'edit',
      'list:truth',
      'confidential',
      '비공개',
      'Confidential',
      '예: 볼 권한이 있는 사람만 봅니다.',
      'yes: only those with the right see it.',
    ),
    column('edit', 'day', 'discloseOn', '공개하는 날', 'Disclose on', '이날부터 비공개가 아닙니다.', 'From this day it is not confidential.'),
    column(
      'edit',
      'list:truth',
      'archived',
      '보관',
      'Archived',
      '예: 목록에서 치웁니다. 아니오로 고치면 다시 나옵니다.',
      'yes: put away from the lists; no takes it out again.',
      { since: 2 },
    ),
    column('read', 'list:truth', 'illustrative', '예시', 'Illustrative', '예: 지어낸 것입니다.', 'yes: invented for illustration.'),
    check,
  ],
}

const facts: TableOf = {
  id: 'facts',
  ko: '값',
  en: 'Values',
  meansKo: '사업마다 기관이 그렇다고 보는 값. 고치면 앞의 값은 그때의 값으로 남습니다.',
  meansEn: 'Values that the office holds to be so. A changed value leaves the earlier one known for its time.',
  columns: [
    rowId,
    subjectId,
    subject,
    column('key', 'list:indicator', 'indicator', '지표', 'Indicator', '무엇의 값인지', 'What is valued', { needed: true }),
    column('key', 'list:facet', 'facet', '갈래', 'Facet', '목표·계획·발표·전망·추정·실적', 'target, plan, announced, forecast, estimate, actual', {
      needed: true,
    }),
    column(
      'key',
      'text',
      'series',
      '부분',
      'Part',
      '전체의 한 부분이면 그 이름. 비면 전체입니다.',
      'Name of a part of the whole; empty is the whole.',
      { longest: 120 },
    ),
    column('key', 'day', 'periodFrom', '기간 첫날', 'Period from', '이 값이 참인 기간의 첫날', 'First day on which the value is true'),
    column('key', 'day', 'periodTo', '기간 끝날', 'Period to', '이 값이 참인 기간의 마지막 날(그날 포함)', 'Last day on which it is true, inclusive'),
    column('edit', 'amount', 'value', '값', 'Value', '수. 6000000000 또는 60억원', 'A number such as 6000000000', { needed: true }),
    column('edit', 'amount', 'valueMax', '값의 위쪽', 'Value to', '범위로 말한 값의 위쪽', 'Upper end where a range was said'),
    column('edit', 'list:bound', 'bound', '이상·이하', 'Bound', '이상, 이하, 초과, 미만', 'or more, or less, more than, less than'),
    column('edit', 'list:truth', 'approximate', '어림', 'Approximate', '예: 약 얼마라고 말한 값', 'yes: said to be about that'),
    column('edit', 'unit', 'unit', '단위', 'Unit', 'KRW, persons, m2, MW 따위', 'KRW, persons, m2, MW and so on', { needed: true, longest: 30 }),
    column('edit', 'text', 'per', '마다', 'Per', '해마다·달마다처럼 되풀이되는 값이면 그 말', 'What it is counted per, such as year', {
      longest: 40,
    }),
    column('edit', 'day', 'dueFrom', '기한 첫날', 'Due from', '이루기로 한 때의 첫날', 'First day of the time it is due in'),
    column('edit', 'day', 'dueTo', '기한 끝날', 'Due to', '이루기로 한 때의 마지막 날(그날 포함)', 'Last day of the time it is due in, inclusive'),
    column('edit', 'list:funding', 'funding', '재원', 'Funding', '국비·도비·시비·민자·섞임', 'national, provincial, city, private, mixed'),
    column('edit', 'list:truth', 'ended', '끝남', 'Ended', '예: 취소되었거나 더는 참이 아닌 약속', 'yes: withdrawn, no longer promised'),
    column('edit', 'text', 'note', '메모', 'Note', '덧붙이는 말', 'A remark', { longest: 2000 }),
    document('read'),
    column('read', 'text', 'knownFrom', '안 때', 'Known since', '이 값을 적은 때(UTC)', 'Since when it is held (UTC)'),
    check,
  ],
}

const stages: TableOf = {
  id: 'stages',
  ko: '단계',
  en: 'Stages',
  meansKo: '단계가 바뀐 일. 있는 줄은 고치지 않고, 새 줄을 더합니다.',
  meansEn: 'Steps from stage to stage. Rows that are there stay; new rows are added.',
  columns: [
    rowId,
    subjectId,
    subject,
    column(
      'key',
      'list:machine',
      'machine',
      '단계표',
      'Track',
      '어느 단계표의 단계인지. 비면 종류를 따릅니다.',
      'Whose stages these are; empty follows the kind.',
    ),
    column('key', 'list:stage', 'stage', '단계', 'Stage', '새로 이른 단계', 'The stage reached', { needed: true }),
    column(
      'key',
      'day',
      'occurredFrom',
      '일어난 날',
      'Occurred on',
      '일어난 날(또는 기간의 첫날). 모르면 비웁니다.',
      'The day, or the first of the days it may have been; empty where not known.',
    ),
    column('key', 'day', 'occurredTo', '일어난 끝날', 'Occurred to', '날을 기간으로만 알 때 그 마지막 날', 'Last of those days'),
    column('key', 'text', 'occurredText', '때의 말', 'When, in words', '문서가 말한 그대로', 'As the source says it', { longest: 200 }),
    column(
      'key',
      'amount',
      'amount',
      '신고·도착 금액',
      'Amount notified or arrived',
      '외국인투자의 신고·변경신고·도착과 함께 적는 금액. 나누어 도착하면 이번 몫만 적습니다. 뒤에 고치려면 ‘값’ 시트에서 고칩니다.',
      'What was notified, or what arrived with this instalment of foreign investment; corrected later in the sheet Values.',
      { since: 2 },
    ),
    column('key', 'unit', 'unit', '금액 단위', 'Currency', '그 금액의 통화: USD, KRW 따위', 'Currency of that amount: USD, KRW and so on', {
      longest: 30,
      since: 2,
    }),
    column('read', 'amount', 'ordinal', '차수', 'Number', '같은 단계의 몇 번째인지: 2차 도착 따위', 'Which one of its kind: second arrival', {
      since: 2,
    }),
    document('key'),
    column(
      'key',
      'list:evidence',
      'evidenceKind',
      '증빙의 갈래',
      'Evidence kind',
      '근거 문서가 증명하는 것. 한 가지뿐이면 비웁니다.',
      'What the document proves; empty where only one thing is possible.',
    ),
    column('key', 'text', 'reason', '까닭', 'Reason', '근거 문서 없이 옮길 때 부서장이 적는 까닭', 'Why a head goes without a document', {
      longest: 2000,
    }),
    column('read', 'list:truth', 'overridden', '근거 없이', 'Without evidence', '예: 까닭만으로 옮긴 단계', 'yes: by the reason alone'),
    column('read', 'text', 'recordedAt', '적은 때', 'Recorded at', '적은 때(UTC)', 'When it was recorded (UTC)'),
    check,
  ],
}

const milestones: TableOf = {
  id: 'milestones',
  ko: '할 일',
  en: 'Tasks',
  meansKo: '할 일·이정표·의무와 그 기한.',
  meansEn: 'Tasks, milestones and obligations with their days.',
  columns: [
    rowId,
    subjectId,
    subject,
    column('edit', 'list:task', 'kind', '종류', 'Kind', '할 일, 이정표, 의무', 'task, milestone, obligation'),
    column('edit', 'text', 'title', '무엇', 'What', '무엇을 하는지', 'What is to be done', { needed: true }),
    column('edit', 'day', 'dueOn', '기한', 'Due on', '하기로 한 날', 'The day it is due'),
    column('edit', 'day', 'doneOn', '한 날', 'Done on', '한 날', 'The day it was done'),
    column('edit', 'day', 'waivedOn', '면제한 날', 'Waived on', '하지 않아도 되게 된 날', 'The day it was waived'),
    owner,
    document('edit'),
    note,
    check,
  ],
}

const parties: TableOf = {
  id: 'parties',
  ko: '당사자',
  en: 'Parties',
  meansKo: '사업에 함께하는 기업·기관과 그 구실.',
  meansEn: 'Firms and bodies of a project, and what they are to it.',
  columns: [
    rowId,
    subjectId,
    subject,
    column('key', 'list:role', 'role', '구실', 'Role', '투자자, 협약 상대방, 운영 따위', 'investor, counterparty, operator and so on', {
      needed: true,
    }),
    column(
      'key',
      'text',
      'party',
      '당사자 이름',
      'Party',
      '기업·기관의 이름. 없던 이름이면 새로 만듭니다.',
      'Name of the firm or body; made where there is none.',
      {
        needed: true,
        longest: 200,
      },
    ),
    column('edit', 'text', 'part', '맡은 부분', 'Share of work', '맡은 부분', 'Which part', { longest: 200 }),
    column('edit', 'share', 'share', '몫', 'Share', '0과 1 사이의 수 또는 35%', 'Between 0 and 1, or 35%'),
    column('edit', 'day', 'since', '처음', 'Since', '언제부터', 'Since when'),
    column('edit', 'day', 'until', '끝', 'Until', '언제까지', 'Until when'),
    check,
  ],
}

/** Every table in the order of its sheets: what others refer to comes first. */
export const tables: readonly TableOf[] = [projects, facts, stages, milestones, parties]

/** A table by its id. */
export const tableOf = (id: TableId): TableOf => tables.find((one) => one.id === id)!

/** The columns that hold what a row says: all but its id and its check. */
export const contentColumns = (table: TableOf): readonly Column[] => table.columns.filter((one) => one.use !== 'id' && one.use !== 'check')

/** 안내 시트: the name of the sheet that explains the columns. */
export const guideName = { ko: '안내', en: 'Guide' } as const
