import { cued } from '../../cue.ts'
import type { Span } from '../../reading.ts'
import { stageOf } from '../../stages/stages.ts'
import type { Flow } from '../draft.ts'

/** "시는 마장면 대신 대월면에 힘을 싣기로 했다": what follows is the new plan. */
const INSTEAD =
  /대신\s[^.]{0,80}(?:기로 했|키로 했|기로 하고|(?:할|을|릴|울) (?:계획|방침|예정)|겠다|(?:추진|조성)한다|(?:방안|안)을\s(?:협의|검토|논의|추진))/
/** "반면 인근 가속기는", "다른 사업은 예정대로": another matter, which goes on. */
const BESIDE = cued(
  /^(?:반면|이와 달리|이와 대조적으로|(?:이와|이와는)\s(?:별개|별도)로)[,\s]|(?:예정|계획|일정)대로\s(?:[가-힣0-9]{1,8}\s){0,4}(?:추진|진행|착공|준공|가동|돌린|돌려|짓|운영|조성|문을)/,
)

/** "이와 함께 도는 병원 옆에 지원센터를 짓는다": another work, whatever the one before has come to. */
const BESIDES = /^(?:이와 함께|이와(?:는)? (?:별도|별개)로|이 밖에도?|또 다른)\s/
const NEW_WORK =
  /(?:을|를)\s(?:[가-힣]{1,6}\s)?(?:새로\s)?(?:짓는다|짓기로|지을|조성한다|조성할|조성하기로|세운다|세울|세우기로|건립한다|건립할|건립하기로|구축한다|구축할|구축하기로)/

/** Whether a sentence turns from works that go on to a new one that is only planned. */
export const isNewWork = (body: string): boolean => BESIDES.test(body) && NEW_WORK.test(body)

/** In a text about what is off (백지화): whether the sentence turns to something that begins anew or goes on, until one takes a matter back again. */
export function noteAnew(body: string, sentence: Span, flow: Flow): void {
  const instead = body.includes('대신')
  const turns = instead ? INSTEAD.test(body) : BESIDE.test(body)
  if (!instead && !turns && !flow.anew) return
  // whose the matter was that is off says nothing of the one that goes on
  if (turns && !instead) flow.subject = null
  flow.anew = (turns || !instead) && stageOf(body, sentence.start)?.stage !== 'cancelled'
}
