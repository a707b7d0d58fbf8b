import { FORWARD } from '../../indicators.ts'
import type { Indicator, Slot } from '../../reading.ts'
import { type Asked, found } from './asked.ts'

/** What is built, made or handled: of it a count is a capacity. */
const MAKES =
  /하역|조성|건립|짓|건설|확충|들어서|생산|처리|액화|설비|규모|확장|신설|증설|증축|공급|마련|댄다|댑니다|대는|약속|보내|플랜트|발전소|기숙사|생활관|숙소|리조트|호텔|객실|골프장|작업실|저장|개원|개관|조리원/
/** "연 25만t", "하루 4.6톤": so much in a time. */
const IN_A_TIME = /(?:연산|연간|한 해|해마다|매년|하루|(?<![가-힣])[연월일])(?:에)?\s?(?:약\s|최대\s|총\s)?$/
/** "한 해 배지 4천t을 만든다": with the goods between. */
const GOODS_IN_A_TIME = /(?:한 해|해마다|매년|연간|하루)(?:에)?\s(?:[가-힣A-Za-z]{1,8}\s){1,2}(?:약\s|최대\s|총\s)?$/
/** How much a plant can make. */
const OF_PRODUCTION =
  /생산\s?(?:능력|량|규모|물량)(?:은|는|이|가|을|를)?\s(?:(?:연간?|월|하루|일)\s)?(?:[\d.,만천억]+\s?[가-힣]{1,2}에서\s)?(?:약\s|총\s)?$/
/** "한 해 1,000만 장 찍어내는", "3억셀을 만들 수 있고" */
const TURNED_OUT = /^(?:을|를|씩|까지)?\s?(?:찍어|만들|만든|생산|뽑|가공|처리)/
/** "배합사료 회사로 … 한 해 45만 톤을 만든다": what a firm does all the time. */
const TRADE = /(?:회사|기업|업체)(?:로|인|이다|다)[\s.,]/
/** "20만㎘급 저장탱크 4기": the size of one of many. */
const OF_EACH = /^(?:짜리|급|당)\s?[^.,\d]{0,20}\d+\s?(?:기|동|대|개|곳|호기|척|세트)/
const SHRINKS = /^(?:이|가|을|를)?\s?(?:줄|감소|감축)/
/** "1단계(540실)를 시작으로 2단계(275실) … 완공된다" */
const OF_STAGE = /\d단계\s?\(?(?:약\s)?$/
const FINISHES = /완공|준공|개장|조성|문을 (?:열|연)/
/** Goods that pass rather than are made. */
const CARGO = /(?:화물|물동량)\s?(?:을|를)?\s?(?:연|연간)?\s?$/
const OF_CARGO = /^(?:\s?이상)?의\s(?:[가-힣]{2,4}\s)?(?:화물|물동량)/
/** "GPU 1만 5천 장 이상을 확보", "6만 장이 들어갑니다": machines that are put up. */
const PUT_UP = /^(?:\s?이상)?[가-힣]{0,3}(?:이|가|을|를)?\s?(?:들어서|들어갑|들어간|들여|도입|확보|설치|구축|갖추|갖춘)/
const FITTED_ITEMS = /^(?:을|를)\s(?:[가-힣]{1,6}\s)?(?:달아|달고|단다|심어|심는다|설치(?!했|됐)|들여놓)/
const AIMED_ITEMS = /^(?:을|를)\s(?:[가-힣]{1,6}\s)?(?:내놓|개발하|출시하|만들)[^.,]{0,10}(?:목표|계획|예정|겠다|기로)/
/** "한 해 400건의 기술지원에 나서겠다고" */
const WILL_HELP = /^의\s[가-힣]{0,4}(?:지원|상담|컨설팅|자문)(?:에 나서|을 하|을 펼치|을 맡)(?:겠|기로|ㄴ다)/
/** "3건 이하로 줄이는 게 목표" */
const CUT_TO = /^\s?(?:이하|미만)?(?:으로|로)\s(?:줄이|낮추|떨어뜨리)[^.,]{0,12}(?:목표|계획|예정|겠다|기로)/
const KINDS_PUT_UP =
  /^(?:이|가)?\s갖춰(?:졌|진|질)|^(?:을|를)?\s?(?:더\s|새로\s|추가로?\s)?(?:구축|도입|설치|들여|확보|갖추|갖춘|마련|구입)(?!했|됐|하였|완료)/
/** "10곳으로 늘립니다", "9곳에서 5곳으로 줄였다" */
const GROWS_TO = /^(?:으로|까지)\s?(?:[가-힣]{1,4}\s)?(?:늘|는다|늡|확대|줄|준다|불리|불린|불어|키우|키운)/
/** "지원 시설 40곳을 만들고", "2개소를 더 짓고", "어린이집을 100곳 이상으로 확충하며" */
const BUILT =
  /^(?:\s이상)?(?:을|를)?\s(?:더\s|새로\s|추가로\s)?(?:짓|지을|지어|만들|만든|조성|건립|설치|구축|세우|세운|확충)(?!했|한|됐|된)|^(?:\s이상)?(?:으로|까지)\s(?:더\s)?확충/
const NAMED_SO = /^(?:을|를|이|가)?\s?(?:지정|선정)(?!\s?(?:작업|절차|기준|방식))/
/** "420곳이 자동화 설비를 갖췄고, 올해 150곳을 보탠 뒤" */
const FITTED =
  /^(?:이|을|를|에)?\s[^.,\d]{0,14}(?:갖췄|갖춘|갖추|보탠|보태|더해|더한|깔았|깐다|채운|채우|들였|보급)|^(?:\s이상)?(?:에|을|를)?\s[^.,\d]{0,16}(?:열었|열고|열기로|열 계획|열 예정|연다)|^(?:을|를)\s(?:[가-힣]{1,6}\s)?(?:두[고어기]|둔다|둘\s|손봐|손보[고기]|손본다|달아|달고|단다|심[어고]|심는다|설치(?!했|됐))/

/** Counts of things rather than of people and firms: rooms, holes, tons, machines, places. Null where nobody builds, makes or names them. */
export function thingsOf(asked: Asked): Slot<Indicator> | null {
  const { text, mention, body, sentence } = asked
  const before = text.slice(Math.max(sentence.start, mention.start - 14), mention.start)
  const after = text.slice(mention.end, Math.min(sentence.end, mention.end + 24))
  switch (mention.unit) {
    case 'rooms':
    case 'holes':
    case 't':
    case 'L':
    case 'TEU':
      if (OF_EACH.test(after) || SHRINKS.test(after) || /각(?:각)?\s(?:약\s)?$/.test(before)) return null
      if (CARGO.test(before) || OF_CARGO.test(after))
        return FORWARD.test(body) || /늘어날|처리할|생길/.test(after) || /\d년/.test(before) ? found(asked, 'other', 'indicator:cargo') : null
      if (mention.unit === 'rooms' && OF_STAGE.test(text.slice(Math.max(sentence.start, mention.start - 6), mention.start)) && FINISHES.test(body))
        return found(asked, 'capacity', 'indicator:of-stage')
      return MAKES.test(body) || ((IN_A_TIME.test(before) || (GOODS_IN_A_TIME.test(before) && TURNED_OUT.test(after))) && !TRADE.test(body))
        ? found(asked, 'capacity', 'indicator:capacity')
        : null
    case 'items':
    case 'buildings':
      if (mention.text.endsWith('선석') && /^\s?(?:개발|건설|조성|확충|운영|규모)/.test(after)) return found(asked, 'capacity', 'indicator:berths')
      if (IN_A_TIME.test(before) && TURNED_OUT.test(after)) return found(asked, 'capacity', 'indicator:made-a-year')
      // "연간 생산능력은 500만 개로 커진다"
      if (
        OF_PRODUCTION.test(text.slice(Math.max(sentence.start, mention.start - 36), mention.start)) &&
        /^(?:로|으로|까지)\s?(?:커[진졌]|늘|키[우운울]|확대|높|두 배)/.test(after)
      )
        return found(asked, 'capacity', 'indicator:made-a-year')
      // "데이터센터 25동을 … 유치할 계획"
      if (mention.unit === 'buildings' && /^(?:을|를)\s[^.]{0,30}(?:유치|들일|들이기)/.test(text.slice(mention.end, mention.end + 40)))
        return found(asked, 'other', 'indicator:attracted')
      // "기후 관측기 320개를 달아", "신약 2개를 내놓는 것이 목표다"
      if (
        /개$/.test(mention.text) &&
        (FITTED_ITEMS.test(after) || AIMED_ITEMS.test(text.slice(mention.end, Math.min(sentence.end, mention.end + 34))))
      )
        return found(asked, 'other', 'indicator:items')
      // "시험평가 장비 36종 구축", "공용장비 12종을 들여놓는다"
      if (mention.text.endsWith('종') && KINDS_PUT_UP.test(after) && /(?:장비|설비|기기|시설|기계|시스템)\s?$/.test(before))
        return found(asked, 'other', 'indicator:equipment')
      return PUT_UP.test(after) && /(?:장|대|기)(?: 이상)?$/.test(mention.text.trim()) ? found(asked, 'capacity', 'indicator:equipment') : null
    // "공모사업 373건이 선정돼"
    case 'cases':
    case 'projects':
      if (CUT_TO.test(after) || WILL_HELP.test(after)) return found(asked, 'other', 'indicator:cut-to')
      return /^(?:이|가|을|를)?\s(?:[가-힣]{1,6}\s)?(?:선정(?:돼|됐|되|했|하|할|한다)|지원(?:할|한다|하기로))/.test(after)
        ? found(asked, 'other', 'indicator:selected')
        : null
    case 'sites':
    case 'regions':
    case 'institutions':
      // "공공기관 33곳을 … 유치하기 위해"
      if (/^(?:을|를)\s[^.,]{0,24}유치(?:하|할|한다)/.test(text.slice(mention.end, mention.end + 40)))
        return found(asked, 'other', 'indicator:attracted')
      return GROWS_TO.test(after) || BUILT.test(after) || NAMED_SO.test(after) || FITTED.test(after) ? found(asked, 'other', 'indicator:sites') : null
    default:
      return null
  }
}

/** Ways and lines that are built. */
const LINE = /(?:도로|철도|노선|관로|진입로|송전선로|배관|선로|궤도|터널|교량|대교|탐방로|산책로|트램)/
/** Right before the number: what is so long. */
const LONG =
  /(?:도로|철도|노선|관로|진입로|선로|궤도|탐방로|산책로|트램|연장|총연장|길이|터널|교량|대교|구간)\s?(?:는|은|이|가|\(|:|：)?\s?(?:L\s?=\s?)?(?:총\s?|약\s?|모두\s)?$/
const SO_LONG = /^\s?(?:길이(?:의|로)|짜리|구간(?:에|을|의|이))/
const NEWLY_LAID = /^(?:는|은|를|을)\s새로\s(?:놓고|놓는|놓습|깔고|깐다|짓고|건설)/
const LAID = /(?:놓|깔|갈[고아기]|간다|교체|바꾸|바꾼|개설|건설|확장|연결|잇는|뚫|신설|조성)/

/** "진입도로 6.2㎞를 놓는", "1.9㎞ 길이의 산단 진입도로", "연결도로(L=2.1km)": how much of a way is built; distances are nobody's promise. */
export function lengthOf(asked: Asked): Slot<Indicator> | null {
  const { text, mention, body, sentence } = asked
  if ((mention.value as number) < 300) return null
  if (LONG.test(text.slice(Math.max(sentence.start, mention.start - 14), mention.start))) return found(asked, 'other', 'indicator:length')
  const after = text.slice(mention.end, Math.min(sentence.end, mention.end + 40))
  if (SO_LONG.test(after) && (LINE.test(after) || /조성|공사|개통/.test(body))) return found(asked, 'other', 'indicator:length')
  // "수서~삼동 15.5㎞는 새로 놓고"
  if (NEWLY_LAID.test(after)) return found(asked, 'other', 'indicator:length')
  return LINE.test(body) && FORWARD.test(body) && LAID.test(after) ? found(asked, 'other', 'indicator:length') : null
}
