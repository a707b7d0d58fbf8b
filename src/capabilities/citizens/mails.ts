import type { Locale } from '#api/locale'
import type { Mail } from '#capabilities/accounts/index'

/** The mail that answers a correction request. */
export const answerMail = (to: string, about: { office: string; words: string; answer: string }): Mail => ({
  to,
  subject: `정정 요청에 답합니다: ${about.office} · About your correction request`,
  text: [about.answer, '', '보내 주신 글 · What you wrote:', ...about.words.split('\n').map((line) => `> ${line}`)].join('\n'),
})

/** The mail that asks whether somebody really wants news. */
export function confirmMail(to: string, locale: Locale, about: { office: string; link: string; days: number }): Mail {
  return locale === 'ko'
    ? {
        to,
        subject: `${about.office} 공표 소식을 받으시겠습니까`,
        text: [
          `${about.days}일 안에 아래 주소를 열어 단추를 누르면 소식이 갑니다.`,
          '',
          about.link,
          '',
          '부탁한 적이 없으면 이 메일을 지우세요. 아무 소식도 가지 않고, 주소는 지워집니다.',
        ].join('\n'),
      }
    : {
        to,
        subject: `Do you want news of what ${about.office} publishes?`,
        text: [
          `Open the address below within ${about.days} days and press the button.`,
          '',
          about.link,
          '',
          'If you did not ask for this, delete this mail. Nothing more will come, and your address will be forgotten.',
        ].join('\n'),
      }
}

/** A publication in a mail of news. */
export interface NewsLine {
  title: string
  value: string | null
  edition: number
  withdrawn: boolean
  reason: string | null
  link: string
}

/** 소식: what was published, restated or withdrawn since the last mail. Each line leads to its page; the last one ends the mails. */
export function newsMail(
  to: string,
  locale: Locale,
  about: { office: string; lines: readonly NewsLine[]; end: string },
): Mail & { listUnsubscribe: string } {
  const ko = locale === 'ko'
  const body = about.lines.flatMap((line) => [
    `${line.title}${line.value === null ? '' : `: ${line.value}`} (${ko ? `제${line.edition}판` : `edition ${line.edition}`}${line.withdrawn ? (ko ? ', 철회' : ', withdrawn') : ''})`,
    ...(line.reason ? [`  ${line.reason}`] : []),
    `  ${line.link}`,
    '',
  ])
  return {
    to,
    subject: ko ? `${about.office} 새 공표 ${about.lines.length}건` : `${about.office}: ${about.lines.length} new publications`,
    text: [...body, ko ? '그만 받기:' : 'Stop these mails:', about.end].join('\n'),
    listUnsubscribe: about.end,
  }
}
