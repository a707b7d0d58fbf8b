import { defineTexts } from '#web/shell/texts'

/** The words of comments. */
export const commentsTexts = defineTexts({
  ko: {
    title: '의견',
    lead: '공표한 쪽 아래에 읽은 사람들이 남기는 말입니다. 공개한 것만 보입니다.',
    isOn: '의견을 받고 있습니다. 공개하기 전에는 아무도 보지 못합니다.',
    isOff: '의견을 받지 않습니다. 공개 화면에는 쓰는 곳도 글도 없습니다.',
    turnOn: '의견 받기',
    turnOff: '의견 그만 받기',
    nowOn: '의견을 받습니다',
    nowOff: '의견을 받지 않습니다',
    filter: '상태',
    states: { waiting: '볼 것', shown: '공개함', hidden: '거둠', all: '모두' },
    show: '공개하기',
    hide: '거두기',
    nowShown: '공개했습니다',
    nowHidden: '거두었습니다',
    none: '의견이 없습니다',
  },
  en: {
    title: 'Comments',
    lead: 'What readers say below published pages. Only what you show is seen.',
    isOn: 'Comments are taken. Nobody sees one before it is shown.',
    isOff: 'No comments are taken. Public pages have neither a form nor a comment.',
    turnOn: 'Take comments',
    turnOff: 'Take no more comments',
    nowOn: 'Comments are taken',
    nowOff: 'No comments are taken',
    filter: 'State',
    states: { waiting: 'To look at', shown: 'Shown', hidden: 'Kept back', all: 'All' },
    show: 'Show',
    hide: 'Keep back',
    nowShown: 'Shown',
    nowHidden: 'Kept back',
    none: 'No comments',
  },
})
