import { cued } from '../../cue.ts'
import { type Discourse, isFirm, isOutlet } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Span } from '../../reading.ts'
import { type Flow, nothing, slot } from '../draft.ts'
import { byHead, helpsOut, selfNamed, selfOf } from './clues.ts'
import { builderTold } from './pointed.ts'
import { of } from './told.ts'

const THIS_FIRM = /^(?:[“"‘]\s?)?(?:회사|업체|이 회사|이 기업|이 업체|해당 기업|해당 업체)(?:는|은|가|이)\s/

/** "농림축산식품부가 공모한 …": who called for bids only colours what follows. */
const BY_THE_WAY =
  /^(?:이|가)\s(?:함께하는|지원하는|주관하는|후원하는|돕는|운영을|운영|시공을|설계를|공사를|관리를|공모|주관|주최|발표|선정|지정|조사|집계|고시)한\s|^(?:이|가)\s(?:시공|설계|감리)(?:한다|했|하고|하며|을 맡)/

/** "사업 시행자인 ㈜가람이": a role in somebody's project. */
const AS_ROLE = /(?:시행자|시행사|시공사|주관사|운영사|수행기관)인\s$/

/** "이번 사업에 투자하는 기업은 ㈜가람, 나래다": one work of several. */
const JOINT_WORK = cued(/(?:사업|프로젝트|단지|컨소시엄)에 (?:투자|참여|출자)하는 (?:기업|회사|업체)(?:은|는)\s/)

/** "군은 우선협상대상자로 '가람컨소시엄'을 골랐다": what is to be built is theirs from here on. */
const isChosen = (text: string, { start, end }: NameCandidate): boolean =>
  (/(?:우선협상대상자|사업시행자|민간사업자|개발사업자)로\s['‘“"]?$/.test(text.slice(Math.max(0, start - 12), start)) &&
    /^['’”"]?(?:을|를)\s(?:최종\s)?(?:골랐|선정|뽑|지정|정했)/.test(text.slice(end, end + 12))) ||
  // "사업시행자는 한국토지주택공사(LH)다", "가장 큰 것은 ㈜가람의 발전소다"
  (/(?:시행자|시행사|사업자)는\s$/.test(text.slice(Math.max(0, start - 6), start)) &&
    /^(?:\([^)]{1,12}\))?(?:이?다|가 맡|이 맡)/.test(text.slice(end, end + 16))) ||
  // "공사를 주관하는 곳은 가람도시공사다"
  (/(?:맡은|맡는|주관하는|시행하는|짓는|개발하는|조성하는|추진하는)\s(?:곳|쪽|기관|회사|업체)(?:은|는)\s$/.test(
    text.slice(Math.max(0, start - 14), start),
  ) &&
    /^(?:\([^)]{1,16}\))?이?다[.\s]/.test(text.slice(end, end + 20))) ||
  (/(?:가장|제일)\s[^.,]{0,12}(?:것|곳|쪽|몫|기업|업체|회사)(?:은|는)\s(?:[가-힣·]{1,8}\s){0,6}$/.test(text.slice(Math.max(0, start - 56), start)) &&
    /^(?:의\s|이?다[.\s]|으로|로[,\s])/.test(text.slice(end, end + 3)))

const TELLS = /고\s(?:[0-9]{1,2}일\s)?(?:밝혔|말했|설명했|발표했|알렸|전했|덧붙였|강조했)/

/** The subject that the next sentence may leave out. */
export function carry(
  text: string,
  sentence: Span,
  actors: readonly NameCandidate[],
  names: readonly NameCandidate[],
  flow: Flow,
  discourse: Discourse,
): void {
  const told = builderTold(text, sentence, actors)
  const helps = helpsOut(text, sentence) && flow.subject !== null
  const actor = helps
    ? undefined
    : actors.find(
        (a) =>
          !isOutlet(a.value) &&
          !AS_ROLE.test(text.slice(Math.max(sentence.start, a.start - 9), a.start)) &&
          !BY_THE_WAY.test(text.slice(a.end, a.end + 10)),
      )
  // "시는 위원회가 해제를 의결했다고 밝혔다": the one who tells goes on
  const tells =
    /^(?:시|군|도|구)(?:는|은)\s/.test(text.slice(sentence.start, sentence.start + 4)) &&
    TELLS.test(text.slice(Math.max(sentence.start, sentence.end - 24), sentence.end))
  const joint = JOINT_WORK.test(text.slice(sentence.start, sentence.end))
    ? names.find((n) => n.kind === 'organisation' && isFirm(n.value))
    : undefined
  const self = selfOf(text, sentence, flow, discourse)
  const chosen = names.find((n) => n.kind === 'organisation' && isChosen(text, n))
  if (chosen !== undefined) flow.subject = of(chosen, 'subject:chosen')
  else if (told !== null) flow.subject = of(told, 'subject:builder')
  else if (joint !== undefined) flow.subject = of(joint, 'subject:lead-investor')
  else if (tells && self !== null && (actor === undefined || !isFirm(actor.value))) flow.subject = slot(self, null, 'subject:self')
  else if (actor !== undefined) flow.subject = slot(actor.value, { start: actor.start, end: actor.end }, 'subject:topic')
  else if (flow.firm !== null && THIS_FIRM.test(text.slice(sentence.start, sentence.start + 16)))
    flow.subject = { ...flow.firm, rule: 'subject:the-firm' }
  else if (byHead(text, sentence, discourse) !== null) flow.subject = slot(byHead(text, sentence, discourse), null, 'subject:head-noun')
  else if (self !== null) flow.subject = slot(self, null, 'subject:self')
  else if (flow.subject === null && selfNamed(text, sentence)) flow.subject = nothing('subject:self')
  const firm = names.findLast((n) => n.kind === 'organisation' && !/:(?:dateline|bullet)$/.test(n.rule) && isFirm(n.value) && !isOutlet(n.value))
  if (firm !== undefined && !(helps && flow.firm !== null)) flow.firm = slot(firm.value, { start: firm.start, end: firm.end }, 'subject:firm')
}
