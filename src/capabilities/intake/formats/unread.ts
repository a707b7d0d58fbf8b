import type { Warning } from './types.ts'

/** What a file holds and its reader does not see: how many passages of each. */
export interface Unread {
  /** 숨긴 글: neither on the screen nor on paper. */
  hidden?: number
  /** 지운 글: deleted with changes tracked; it stands in the file until somebody accepts that. */
  deleted?: number
  /** 취소선을 그은 글: struck through by hand, as if deleted. */
  struck?: number
  /** 메모, 숨은 설명: what somebody remarked beside the text. */
  comments?: number
}

/** One warning for each kind that there is: none of these words raises a claim, and the reviewer knows that they are there. */
export function unreadWarnings({ hidden = 0, deleted = 0, struck = 0, comments = 0 }: Unread): Warning[] {
  const warnings: Warning[] = []
  if (hidden > 0)
    warnings.push({
      code: 'hidden-text',
      ko: `숨긴 글이 ${hidden}곳 있습니다. 화면과 인쇄에 나오지 않는 글이라 읽지 않았습니다.`,
      en: `The file holds hidden text in ${hidden} place${hidden === 1 ? '' : 's'}. It shows neither on the screen nor on paper and was not read.`,
    })
  if (deleted > 0)
    warnings.push({
      code: 'deleted-text',
      ko: `변경 추적에서 지운 글이 ${deleted}곳 남아 있습니다. 읽지 않았습니다.`,
      en: `Text deleted with changes tracked is still in the file in ${deleted} place${deleted === 1 ? '' : 's'}. It was not read.`,
    })
  if (struck > 0)
    warnings.push({
      code: 'struck-text',
      ko: `취소선을 그은 글이 ${struck}곳 있습니다. 지운 것으로 보고 읽지 않았습니다.`,
      en: `Words are struck through in ${struck} place${struck === 1 ? '' : 's'}. They were taken for deleted and not read.`,
    })
  if (comments > 0)
    warnings.push({
      code: 'comments',
      ko: `메모나 숨은 설명이 ${comments}개 있습니다. 본문이 아니어서 읽지 않았습니다.`,
      en: `The file carries ${comments} comment${comments === 1 ? '' : 's'}, which ${comments === 1 ? 'is' : 'are'} no part of its text and ${comments === 1 ? 'was' : 'were'} not read.`,
    })
  return warnings
}
