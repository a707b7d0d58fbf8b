import type { Warning } from './types.ts'

/** How many rows and columns with words are not on the screen. */
export interface OutOfSight {
  rows: number
  columns: number
}

/** Rows and columns of a sheet that are not on the screen: those under a filter or a folded outline are rows of the table like others, hidden ones somebody took out of it. */
export function outOfSight(sheet: string, hidden: OutOfSight, folded: OutOfSight): Warning[] {
  const words = ({ rows, columns }: OutOfSight, ko: string, en: string) => ({
    ko: [rows > 0 ? `${ko} 행 ${rows}개` : '', columns > 0 ? `${ko} 열 ${columns}개` : ''].filter(Boolean).join('와 '),
    en: [rows > 0 ? `${rows} ${en} row${rows === 1 ? '' : 's'}` : '', columns > 0 ? `${columns} ${en} column${columns === 1 ? '' : 's'}` : '']
      .filter(Boolean)
      .join(' and '),
  })
  const told: Warning[] = []
  if (hidden.rows + hidden.columns > 0) {
    const { ko, en } = words(hidden, '숨긴', 'hidden')
    told.push({ code: 'hidden-rows', ko: `시트 ‘${sheet}’의 ${ko}는 읽지 않았습니다.`, en: `Not read: ${en} of the sheet “${sheet}”.` })
  }
  if (folded.rows + folded.columns > 0) {
    const { ko, en } = words(folded, '필터나 개요로 가린', 'filtered or folded')
    told.push({ code: 'hidden-rows', ko: `시트 ‘${sheet}’의 ${ko}도 읽었습니다.`, en: `Read, too: ${en} of the sheet “${sheet}”.` })
  }
  return told
}
