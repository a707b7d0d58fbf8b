import type { Locale } from '#web/shell/locale'

/** Acts in words; one that stands not here is shown by its own name. */
const words: Readonly<Record<string, readonly [ko: string, en: string]>> = {
  'backup.make': ['백업을 만듦', 'made a backup'],
  'backup.restore': ['백업에서 되살림', 'restored from a backup'],
  'claim.decide-many': ['주장을 한꺼번에 판단', 'decided claims at once'],
  'confidential.read': ['비공개 자료를 봄', 'saw a confidential record'],
  'document.add': ['문서를 넣음', 'added a document'],
  'document.cancel-reading': ['읽기를 멈춤', 'stopped a reading'],
  'document.change': ['문서 정보를 고침', 'changed a document'],
  'document.erase': ['문서를 지움', 'erased a document'],
  'document.read': ['다시 읽게 함', 'had a document read again'],
  'document.was-read': ['문서가 읽힘', 'a document was read'],
  'invitation.accept': ['초대를 받아들임', 'accepted an invitation'],
  'invitation.make': ['초대함', 'invited somebody'],
  'judgement.undo': ['판단을 되돌림', 'took a judgement back'],
  'member.add': ['사람을 들임', 'added a member'],
  'member.change': ['역할을 바꿈', 'changed a role'],
  'member.end': ['사람을 내보냄', 'ended a membership'],
  'office.change': ['기관 정보를 고침', 'changed the office'],
  'office.create': ['기관을 만듦', 'made the office'],
  'publication.headlines': ['대표 숫자를 정함', 'chose the headlines'],
  'publication.publish': ['공표', 'published'],
  'publication.restate': ['고쳐 공표', 'restated a publication'],
  'publication.withdraw': ['공표를 철회', 'withdrew a publication'],
  'stage.recorded': ['단계를 적음', 'recorded a stage'],
  'stage.voided': ['단계를 물림', 'voided a stage'],
  'subject.created': ['사업을 만듦', 'made a subject'],
  'subject.edited': ['사업을 고침', 'edited a subject'],
  'subject.joined': ['하나로 묶음', 'joined two subjects'],
  'subject.parted': ['다시 나눔', 'parted two subjects'],
}

export const actionWords = (action: string, locale: Locale): string => words[action]?.[locale === 'ko' ? 0 : 1] ?? action
